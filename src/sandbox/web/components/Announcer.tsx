import { useView } from '../state/context.ts';
import { Icon } from './Icon.tsx';

/** Reads new messages and answers to screen readers, politely. */
export function Announcer() {
  const { text } = useView((state) => state.announcement);
  return (
    <div class="visually-hidden" aria-live="polite" aria-atomic="true" id="announcer">
      {text}
    </div>
  );
}

export function Toast() {
  const toast = useView((state) => state.toast);
  return (
    <div class="toast-area" role="status" aria-live="polite">
      {toast !== undefined && (
        <p class={`toast ${toast.kind}`}>
          {toast.kind === 'problem' && <Icon name="alert" size={16} />}
          {toast.text}
        </p>
      )}
    </div>
  );
}
