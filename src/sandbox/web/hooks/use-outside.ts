import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Calls back for a press outside the element. */
export function useOutside(ref: RefObject<HTMLElement | null>, active: boolean, onOutside: () => void): void {
  useEffect(() => {
    if (!active) return;
    const check = (event: PointerEvent) => {
      if (event.target instanceof Node && ref.current?.contains(event.target) !== true) onOutside();
    };
    addEventListener('pointerdown', check, true);
    return () => removeEventListener('pointerdown', check, true);
  });
}
