import type { MessageBody } from '../../discord/interaction.ts';
import { postOnce, refused } from '../../discord/post-once.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { togetherMark, togetherView } from './announcement-views.ts';
import { reminderMark, reminderView, type Told, toldMark, toldView } from './direct-views.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama } from './model.ts';

/** What people hear alone because they asked for it. `forbidden`, `gone`: they take no direct messages. */
export interface DirectMessages {
  told(told: Told, once: Once): Promise<Delivery>;
  remind(ama: Ama, userId: string, once: Once): Promise<Delivery>;
  /** Those whom `remind` did not reach, at most 80 at once. */
  remindTogether(ama: Ama, userIds: readonly string[], once: Once): Promise<Delivery>;
}

export function directMessages(deps: AmaMessagesDeps): DirectMessages {
  const { messenger, guildT } = deps;

  const tell = async (
    userId: string,
    said: { body: MessageBody; mark: string; once: Once },
  ): Promise<Delivery> => {
    const channel = await deps.directChannel(userId);
    return channel.ok ? postOnce(messenger, { ...said, channelId: channel.value }) : refused(channel.failure);
  };

  return {
    told(told, once) {
      const t = guildT(told.ama.guildId);
      return tell(told.question.askerId, { body: toldView(told, t), mark: toldMark(told, t), once });
    },
    remind(ama, userId, once) {
      const t = guildT(ama.guildId);
      return tell(userId, { body: reminderView(ama, t), mark: reminderMark(ama, t), once });
    },
    async remindTogether(ama, userIds, once) {
      const body = togetherView(ama, userIds, guildT(ama.guildId));
      const said = { body, mark: togetherMark(ama), once };
      const { threadId, channelId, messageId } = ama;
      const inThread =
        threadId === undefined ? undefined : await postOnce(messenger, { ...said, channelId: threadId });
      if (inThread && inThread.kind !== 'gone') return inThread;
      return postOnce(messenger, { ...said, channelId, replyTo: messageId });
    },
  };
}
