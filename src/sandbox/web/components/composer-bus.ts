/** Lets a place far from the composer speak to it: a pressed command mention, a reply, a mention from a menu. */
export type ComposerWish =
  | { kind: 'command'; name: string }
  | { kind: 'insert'; text: string }
  | { kind: 'focus' };

let listener: ((wish: ComposerWish) => void) | undefined;

/** Registers the composer that is on screen; the answer takes it off again. */
export function onComposerWish(next: (wish: ComposerWish) => void): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = undefined;
  };
}

export const startCommand = (name: string): void => listener?.({ kind: 'command', name });
export const insertText = (text: string): void => listener?.({ kind: 'insert', text });
export const focusComposer = (): void => listener?.({ kind: 'focus' });
