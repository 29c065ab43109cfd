import { createStore } from '../state/store.ts';
import type { IconName } from './Icon.tsx';

export interface MenuItem {
  label: string;
  icon?: IconName;
  danger?: boolean;
  /** A line above the item that names its group. */
  heading?: string;
  run(): void;
}

export interface OpenMenu {
  label: string;
  items: MenuItem[];
  /** Where it opens, in viewport pixels. */
  x: number;
  y: number;
  /** Gets the focus back. */
  from: HTMLElement | null;
}

export const menuStore = createStore<{ open: OpenMenu | undefined }>({ open: undefined });

export type Anchor = { x: number; y: number } | Element;

export function openMenu(label: string, items: MenuItem[], anchor: Anchor): void {
  const at = anchor instanceof Element ? below(anchor) : anchor;
  const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  menuStore.set(() => ({ open: { label, items, ...at, from } }));
}

function below(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left, y: box.bottom + 4 };
}

/** Closes the menu; the focus goes back unless an item has taken it elsewhere. */
export function closeMenu(restoreFocus = true): void {
  const { open } = menuStore.get();
  if (open === undefined) return;
  menuStore.set(() => ({ open: undefined }));
  if (restoreFocus) open.from?.focus();
}
