import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Opens a native dialog as a modal: focus stays inside, Escape closes, focus returns. */
export function useDialog(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const from = document.activeElement;
    if (!dialog.open) dialog.showModal();
    dialog
      .querySelector<HTMLElement>('[autofocus], [data-field]:is(input, textarea), [data-field] button')
      ?.focus();
    const cancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const backdrop = (event: MouseEvent) => {
      if (event.target === dialog) close.current();
    };
    dialog.addEventListener('cancel', cancel);
    dialog.addEventListener('mousedown', backdrop);
    return () => {
      dialog.removeEventListener('cancel', cancel);
      dialog.removeEventListener('mousedown', backdrop);
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  return ref;
}
