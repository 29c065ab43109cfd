import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useSelect } from '../state/store.ts';
import { Icon } from './Icon.tsx';
import { closeMenu, type MenuItem, menuStore, type OpenMenu } from './menu-store.ts';

const MARGIN = 8;

function place(element: HTMLElement, menu: OpenMenu): void {
  const { width, height } = element.getBoundingClientRect();
  const x = Math.min(menu.x, innerWidth - width - MARGIN);
  const y = Math.min(menu.y, innerHeight - height - MARGIN);
  element.style.left = `${Math.max(MARGIN, x)}px`;
  element.style.top = `${Math.max(MARGIN, y)}px`;
}

function moveFocus(list: HTMLElement, key: string): boolean {
  const items = [...list.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (target === undefined) return false;
  items.at(target % items.length)?.focus();
  return true;
}

function choose(item: MenuItem): void {
  closeMenu();
  item.run();
}

/** The context menu: arrow keys, Home, End, Escape; focus goes back to where it came from. */
export function MenuHost() {
  const open = useSelect(menuStore, (state) => state.open);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open === undefined || list.current === null) return;
    place(list.current, open);
    list.current.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
  }, [open]);
  useEffect(() => {
    if (open === undefined) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) closeMenu(false);
    };
    const leave = () => closeMenu(false);
    addEventListener('pointerdown', outside, true);
    addEventListener('resize', leave);
    return () => {
      removeEventListener('pointerdown', outside, true);
      removeEventListener('resize', leave);
    };
  }, [open]);
  if (open === undefined) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      closeMenu();
    } else if (list.current !== null && moveFocus(list.current, event.key)) event.preventDefault();
  };
  return (
    <div
      class="menu"
      role="menu"
      aria-label={open.label}
      ref={list}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {open.items.map((item) => (
        <>
          {item.heading !== undefined && (
            <div class="menu-heading" role="presentation">
              {item.heading}
            </div>
          )}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={item.danger === true ? 'danger' : ''}
            onClick={() => choose(item)}
          >
            <span>{item.label}</span>
            {item.icon !== undefined && <Icon name={item.icon} />}
          </button>
        </>
      ))}
    </div>
  );
}
