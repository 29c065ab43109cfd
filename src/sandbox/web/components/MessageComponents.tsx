import { useState } from 'preact/hooks';
import type {
  ButtonComponent,
  MessageComponent,
  SelectComponent,
  ThumbnailComponent,
} from '../api/component-types.ts';
import type { Message } from '../api/types.ts';
import { Markdown } from '../markdown/Markdown.tsx';
import { useSession, useView } from '../state/context.ts';
import { pressComponent } from '../state/interaction-actions.ts';
import { defaultValues } from '../state/select-defaults.ts';
import { hexColour } from '../state/selectors.ts';
import { ButtonView, usePending } from './ButtonView.tsx';
import { dialogs } from './dialog-store.ts';
import { FileCard } from './FileCard.tsx';
import { Gallery } from './Gallery.tsx';
import { SelectBox } from './SelectBox.tsx';
import { Veil } from './Veil.tsx';

function MessageSelect({ select, message }: { select: SelectComponent; message: Message }) {
  const session = useSession();
  const busy = usePending(message, select.custom_id);
  const guildId = useView((state) => message.guild_id ?? state.channels[message.channel_id]?.guild_id);
  const [values, setValues] = useState<string[] | undefined>();
  return (
    <SelectBox
      component={select}
      guildId={guildId}
      value={values ?? defaultValues(select)}
      label={select.placeholder ?? 'Make a selection'}
      busy={busy}
      onCommit={(next) => {
        setValues(next);
        void pressComponent(session, message, select.type, select.custom_id, next);
      }}
    />
  );
}

function ThumbnailView({ item }: { item: ThumbnailComponent }) {
  const alt = item.description ?? '';
  const picture = { url: item.media.url, alt };
  return (
    <Veil hidden={item.spoiler}>
      <button
        type="button"
        class="thumbnail"
        aria-label={alt === '' ? 'Open image' : `Open image: ${alt}`}
        onClick={() => dialogs.pictures([picture], 0)}
      >
        <img src={item.media.url} alt={alt} loading="lazy" />
      </button>
    </Veil>
  );
}

interface Props {
  component: MessageComponent;
  message: Message;
}

/** One component of a message and everything inside it. Kinds this page does not know are left out. */
export function ComponentView({ component, message }: Props) {
  switch (component.type) {
    case 1:
      return (
        <div class="action-row">
          {component.components.map((child) => (
            <ComponentView key={keyOf(child)} component={child} message={message} />
          ))}
        </div>
      );
    case 2:
      return <ButtonView button={component} message={message} />;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return <MessageSelect select={component} message={message} />;
    case 9:
      return (
        <div class="section">
          <div class="section-words">
            {component.components.map((part, index) => (
              <Markdown key={index} text={part.content} />
            ))}
          </div>
          <div class="section-accessory">
            <ComponentView component={component.accessory} message={message} />
          </div>
        </div>
      );
    case 10:
      return <Markdown text={component.content} />;
    case 11:
      return <ThumbnailView item={component} />;
    case 12:
      return <Gallery items={component.items} />;
    case 13:
      return (
        <Veil hidden={component.spoiler}>
          <FileCard
            name={component.name ?? nameOfUrl(component.file.url)}
            size={component.size}
            url={component.file.url}
          />
        </Veil>
      );
    case 14:
      return (
        <div
          class={`separator ${component.spacing === 2 ? 'large' : ''} ${component.divider === false ? 'bare' : ''}`}
          role={component.divider === false ? undefined : 'separator'}
        />
      );
    case 17:
      return <Container component={component} message={message} />;
    default:
      return null;
  }
}

function Container({
  component,
  message,
}: {
  component: Extract<MessageComponent, { type: 17 }>;
  message: Message;
}) {
  const accent = component.accent_color;
  const style = accent === undefined || accent === null ? undefined : { '--accent-line': hexColour(accent) };
  return (
    <Veil hidden={component.spoiler}>
      <div class={style === undefined ? 'container' : 'container accented'} style={style}>
        {component.components.map((child, index) => (
          <ComponentView key={index} component={child} message={message} />
        ))}
      </div>
    </Veil>
  );
}

const keyOf = (component: ButtonComponent | SelectComponent): string =>
  component.custom_id ?? (component.type === 2 ? (component.url ?? '') : '');

const nameOfUrl = (url: string): string => decodeURIComponent(url.split('?')[0]?.split('/').at(-1) ?? 'file');
