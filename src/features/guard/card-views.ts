import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, linkButton, row, text } from '../../discord/ui.ts';
import { messageLink, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { cardId } from './custom-ids.ts';
import type { First, FullCard } from './model.ts';

const waitingColour = 0xe8a33d;
const takenColour = 0x5b8def;
const answeredColour = 0x57a773;

/** What greeters see: who wrote something for the first time and where; never what. */
export function cardView({ id, guildId, firsts, takenBy, takenAt }: FullCard, t: Translate): MessageBody {
  const open = firsts.filter(({ status }) => status === 'carded');
  const [only] = firsts.length === 1 ? firsts : [];
  const taken = takenBy !== undefined && takenAt !== undefined;
  const lines = firsts.map((first) => (only ? onlyLine(first, t) : listLine(guildId, first, t)));
  const texts = [
    `### ${heading(firsts.length, open.length, t)}`,
    ...lines,
    ...(taken ? [`🙋 ${t('guard.card.taken', { user: `<@${takenBy}>`, at: stamp(takenAt, 'R') })}`] : []),
  ];
  const buttons = [
    ...(only && only.status !== 'gone'
      ? [linkButton({ url: linkTo(guildId, only), label: t('guard.card.go') })]
      : []),
    ...(open.length === 0 ? [] : [actButton(id, taken, t)]),
  ];
  const parts: APIComponentInContainer[] = [text(texts.join('\n'))];
  if (buttons.length > 0) parts.push(row(...buttons));
  const accent = open.length === 0 ? answeredColour : taken ? takenColour : waitingColour;
  return { components: [container(parts, { accent })] };
}

function heading(all: number, open: number, t: Translate): string {
  if (all === 0) return t('guard.card.nothing');
  return open === 0 ? t('guard.card.done', { count: all }) : t('guard.card.title', { count: open });
}

const onlyLine = (first: First, t: Translate): string =>
  t(`guard.card.only.${shownStatus(first)}`, {
    user: `<@${first.userId}>`,
    channel: `<#${first.placeId}>`,
    at: stamp(first.at, 'R'),
    joined: stamp(first.joinedAt ?? first.at, 'R'),
  });

const listLine = (guildId: string, first: First, t: Translate): string =>
  `- ${t(`guard.card.list.${shownStatus(first)}`, {
    user: `<@${first.userId}>`,
    link: linkTo(guildId, first),
    at: stamp(first.at, 'R'),
  })}`;

const shownStatus = ({ status }: First): 'open' | 'answered' | 'gone' => {
  if (status === 'answered' || status === 'gone') return status;
  return 'open';
};

const linkTo = (guildId: string, { placeId, messageId }: First): string =>
  messageLink({ guildId, channelId: placeId, messageId });

function actButton(card: number, taken: boolean, t: Translate) {
  return taken
    ? button({ id: cardId.build({ card, act: 'give-back' }), label: t('guard.card.giveBack') })
    : button({
        id: cardId.build({ card, act: 'take' }),
        label: t('guard.card.take'),
        style: 'primary',
        emoji: '🙋',
      });
}
