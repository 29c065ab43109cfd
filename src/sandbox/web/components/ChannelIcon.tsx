import type { Channel } from '../api/types.ts';
import { isThread } from '../state/permissions.ts';
import { isDm, isForum, isVoice } from '../state/selectors.ts';
import { Icon, type IconName } from './Icon.tsx';

function iconOf(channel: Channel, locked: boolean): IconName {
  if (isForum(channel)) return 'forum';
  if (isThread(channel)) return 'thread';
  if (isDm(channel)) return 'at';
  if (isVoice(channel)) return 'voice';
  if (channel.type === 5) return 'megaphone';
  return locked ? 'lock' : 'hash';
}

export function ChannelIcon({ channel, locked = false }: { channel: Channel; locked?: boolean }) {
  return <Icon name={iconOf(channel, locked)} />;
}
