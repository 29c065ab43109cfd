import { useState } from 'preact/hooks';
import { InlineMarkdown } from '../markdown/Markdown.tsx';
import { useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';
import { isThread } from '../state/permissions.ts';
import { channelName, isDm, isForum } from '../state/selectors.ts';
import { ChannelIcon } from './ChannelIcon.tsx';
import { ClockButton } from './ClockPanel.tsx';
import { Icon } from './Icon.tsx';
import { ParentLink } from './ParentLink.tsx';
import { PinsPanel } from './PinsPanel.tsx';

interface Props {
  channel: Channel | undefined;
  membersShown: boolean;
  onMenu(): void;
  onMembers(): void;
  onDebug(): void;
}

export function ChannelHeader({ channel, membersShown, onMenu, onMembers, onDebug }: Props) {
  const [pins, setPins] = useState(false);
  const name = useView((state) => (channel === undefined ? 'Hearth sandbox' : channelName(state, channel)));
  const mentions = useView((state) => Object.values(state.read).some((mark) => mark.mentions > 0));
  return (
    <header class="channel-header">
      <button
        type="button"
        class="icon-button nav-toggle"
        aria-label={mentions ? 'Channels, with new mentions' : 'Channels'}
        onClick={onMenu}
      >
        <Icon name="menu" size={22} />
        {mentions && <span class="dot" />}
      </button>
      {channel !== undefined && <ChannelIcon channel={channel} />}
      <div class="channel-title">
        <h1>
          {channel !== undefined && isThread(channel) && <ParentLink channel={channel} />}
          <span class="channel-name">{name}</span>
        </h1>
        {channel?.topic && !isForum(channel) && (
          <p title={channel.topic}>
            <InlineMarkdown text={channel.topic.replaceAll('\n', ' ')} />
          </p>
        )}
      </div>
      <div class="header-tools">
        <ClockButton />
        {channel !== undefined && !isForum(channel) && (
          <div class="pop-anchor">
            <button
              type="button"
              class="icon-button"
              aria-label="Pinned messages"
              title="Pinned messages"
              aria-expanded={pins}
              onClick={() => setPins(!pins)}
            >
              <Icon name="pin" />
            </button>
            {pins && <PinsPanel channelId={channel.id} onClose={() => setPins(false)} />}
          </div>
        )}
        {channel !== undefined && !isDm(channel) && (
          <button
            type="button"
            class="icon-button members-toggle"
            aria-label="Member list"
            title="Member list"
            aria-pressed={membersShown}
            onClick={onMembers}
          >
            <Icon name="people" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="Faults and requests"
          title="Faults and requests"
          onClick={onDebug}
        >
          <Icon name="bug" />
        </button>
      </div>
    </header>
  );
}
