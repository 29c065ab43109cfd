import { useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';
import { isThread } from '../state/permissions.ts';
import { channelName, isDm } from '../state/selectors.ts';
import { Icon } from './Icon.tsx';

/** What stands above the very first message. */
export function ChannelIntro({ channel }: { channel: Channel }) {
  const name = useView((state) => channelName(state, channel));
  const dm = isDm(channel);
  const post = useView((state) => state.channels[channel.parent_id ?? '']?.type === 15);
  if (isThread(channel)) {
    return (
      <div class="intro">
        <span class="intro-mark">
          <Icon name={post ? 'forum' : 'thread'} size={30} />
        </span>
        <h2>{name}</h2>
      </div>
    );
  }
  return (
    <div class="intro">
      <span class="intro-mark">
        <Icon name={dm ? 'at' : 'hash'} size={30} />
      </span>
      <h2>{dm ? name : `Welcome to #${name}`}</h2>
      <p>
        {dm
          ? `This is the beginning of your conversation with ${name}.`
          : 'This is the beginning of the channel.'}
      </p>
    </div>
  );
}
