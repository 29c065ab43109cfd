import type { ButtonComponent } from '../api/component-types.ts';
import type { Message } from '../api/types.ts';
import { useSession, useView } from '../state/context.ts';
import { pressComponent } from '../state/interaction-actions.ts';
import { EmojiView } from './Emoji.tsx';
import { Icon } from './Icon.tsx';

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'primary'];

/** Whether this component of this message waits for its answer. */
export function usePending(message: Message, customId: string | undefined) {
  return useView((state) =>
    Object.values(state.interactions).some(
      (item) => item.messageId === message.id && item.customId === customId && item.state === 'sending',
    ),
  );
}

export function ButtonView({ button, message }: { button: ButtonComponent; message: Message }) {
  const session = useSession();
  const busy = usePending(message, button.custom_id);
  const content = (
    <>
      {button.emoji !== undefined && <EmojiView emoji={button.emoji} />}
      {button.label !== undefined && <span>{button.label}</span>}
    </>
  );
  const name = button.label ?? button.emoji?.name ?? 'Button';
  if (button.style === 5) {
    if (button.disabled === true) {
      return (
        <button type="button" class="button secondary" disabled>
          {content}
          <Icon name="external" size={15} />
        </button>
      );
    }
    return (
      <a
        class="button secondary"
        href={button.url}
        title={button.url}
        target="_blank"
        rel="noreferrer noopener"
      >
        {content}
        <Icon name="external" size={15} />
        <span class="visually-hidden">, opens {hostOf(button.url)}</span>
      </a>
    );
  }
  return (
    <button
      type="button"
      class={`button ${STYLES[button.style] ?? 'secondary'} ${busy ? 'busy' : ''}`}
      aria-label={button.label === undefined ? name : undefined}
      aria-busy={busy}
      aria-disabled={busy}
      disabled={button.disabled}
      onClick={() => {
        if (!busy) void pressComponent(session, message, 2, button.custom_id ?? '');
      }}
    >
      {content}
      {busy && <span class="dots" aria-hidden="true" />}
    </button>
  );
}

function hostOf(url: string | undefined): string {
  try {
    return new URL(url ?? '').host;
  } catch {
    return 'a link';
  }
}
