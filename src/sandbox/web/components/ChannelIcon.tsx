import type { Channel } from '../api/types.ts';
import { isThread } from '../state/permissions.ts';
import { isDm, isForum } from '../state/selectors.ts';
import { Icon } from './Icon.tsx';

export function ChannelIcon({ channel, locked }: { channel: Channel; locked?: boolean }) {
  const name = isForum(channel)
    ? 'forum'
    : isThread(channel)
      ? 'thread'
      : isDm(channel)
        ? 'at'
        : channel.type === 5
          ? 'megaphone'
          : locked === true
            ? 'lock'
            : 'hash';
  return <Icon name={name} />;
}
