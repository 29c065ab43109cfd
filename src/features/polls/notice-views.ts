import type { MessageBody } from '../../discord/interaction.ts';
import { text } from '../../discord/ui.ts';
import { shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { CreatorNotice } from './ports.ts';

/** What a creator and the staff hear when something went wrong with a poll. It pings the creator alone. */
export function noticeView(notice: CreatorNotice, t: Translate): MessageBody {
  const { poll } = notice;
  const creator = `<@${poll.creatorId}>`;
  return {
    components: [text(`${noticeText(notice, t)}\n-# ${t('polls.notices.forWhom', { creator })}`)],
    allowed_mentions: { parse: [], users: [poll.creatorId] },
  };
}

function noticeText(notice: CreatorNotice, t: Translate): string {
  const { poll } = notice;
  const words = { number: String(poll.id), question: shown(poll.question, 420) };
  switch (notice.kind) {
    case 'message-gone':
      return t('polls.notices.messageGone', words);
    case 'channel-gone':
      return t('polls.notices.channelGone', words);
    case 'missed':
      return t('polls.notices.missed', words);
    case 'cannot-post':
      return t('polls.notices.cannotPost', {
        ...words,
        channel: `<#${poll.channelId}>`,
        reason: shown(notice.reason, 200),
      });
    default:
      return notice satisfies never;
  }
}
