import type { Message } from '../api/types.ts';
import { createStore } from '../state/store.ts';

export interface Picture {
  url: string;
  alt: string;
}

export type Dialog =
  | { kind: 'edit' | 'delete' | 'thread'; message: Message }
  | { kind: 'react'; message: Message; x: number; y: number }
  | { kind: 'pictures'; pictures: Picture[]; index: number }
  | { kind: 'post'; forumId: string };

/** The one dialog that is open above the page, the bot's modals aside. */
export const dialogStore = createStore<{ open: Dialog | undefined }>({ open: undefined });

const open = (dialog: Dialog) => dialogStore.set(() => ({ open: dialog }));

export const dialogs = {
  edit: (message: Message) => open({ kind: 'edit', message }),
  delete: (message: Message) => open({ kind: 'delete', message }),
  thread: (message: Message) => open({ kind: 'thread', message }),
  react: (message: Message, at: { x: number; y: number }) => open({ kind: 'react', message, ...at }),
  pictures: (pictures: Picture[], index: number) => open({ kind: 'pictures', pictures, index }),
  post: (forumId: string) => open({ kind: 'post', forumId }),
  close: () => dialogStore.set(() => ({ open: undefined })),
};
