import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FaultRules } from './FaultRules.tsx';
import { GatewayFaults } from './GatewayFaults.tsx';
import { Icon } from './Icon.tsx';
import { RequestList } from './RequestList.tsx';

const tabs = ['Requests', 'REST faults', 'Gateway faults'] as const;
type Tab = (typeof tabs)[number];

/** What goes over the wire, and what may go wrong there. */
export function DebugDrawer({ onClose }: { onClose(): void }) {
  const [tab, setTab] = useState<Tab>('Requests');
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const from = document.activeElement;
    root.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  const onTabKey = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? 'Requests';
    setTab(next);
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
    );
  };
  return (
    <aside
      class="drawer"
      aria-label="Faults and requests"
      ref={root}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2>Under the hood</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="tabs" role="tablist" aria-label="Under the hood" onKeyDown={onTabKey}>
        {tabs.map((name) => (
          <button
            type="button"
            key={name}
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="drawer-panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="drawer-body" role="tabpanel" id="drawer-panel" aria-labelledby={`tab-${tab}`} tabIndex={-1}>
        {tab === 'Requests' && <RequestList />}
        {tab === 'REST faults' && <FaultRules />}
        {tab === 'Gateway faults' && <GatewayFaults />}
      </div>
    </aside>
  );
}
