import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Hides a spoiler until the reader asks for it. */
export function Veil({ hidden, children }: { hidden?: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  if (hidden !== true || open) return <>{children}</>;
  return (
    <div class="veil">
      <div inert>{children}</div>
      <button type="button" onClick={() => setOpen(true)}>
        Spoiler
      </button>
    </div>
  );
}
