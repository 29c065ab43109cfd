import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { quoted, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { giveButton } from './board-views.ts';
import type { BudgetState, Shoutout, Story, Value } from './model.ts';
import { WITHDRAW_MS } from './ports.ts';
import { hideId } from './private-custom-ids.ts';
import { withdrawButton } from './receipt-views.ts';
import { cardLink, milestoneText, peopleText, thanksColour, valueText } from './words-views.ts';

/** Shout-outs of each sort; the whole stays below Discord's 4,000 characters. */
const MOST = 3;
/** UTF-16 units of a reason. */
const REASON = 220;

export interface StoryState {
  story: Story;
  values: readonly Value[];
  /** UTC ms. */
  now: number;
  note?: string | undefined;
}

/** What somebody was thanked for, gave, reached and has left to give. For them alone. */
export function storyView(state: StoryState, t: Translate): MessageBody {
  const { story, note } = state;
  return {
    components: [
      container(
        [
          text(`${t('shoutouts.story.title')}\n${countsText(story, t)}`),
          ...byValue(state, t),
          ...received(story, t),
          ...given(state, t),
          ...milestones(story, t),
          separator(),
          text(
            [budgetText(story.budget, t), ...(story.hidden ? [t('shoutouts.story.hidden')] : [])].join('\n'),
          ),
          row(giveButton('story', t), hideButton(story, t)),
          ...(note === undefined ? [] : [text(note)]),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

function countsText({ received, given }: Story, t: Translate): string {
  if (received > 0) return t('shoutouts.story.counts', { received, given });
  return given > 0 ? t('shoutouts.story.onlyGiven', { given }) : t('shoutouts.story.empty');
}

/** Values that the server dropped count among those without. */
function byValue({ story, values }: StoryState, t: Translate): APIComponentInContainer[] {
  const named = story.byValue.flatMap(({ value, received: count }) => {
    const words = valueText(value, values);
    return words === undefined ? [] : [t('shoutouts.story.valueLine', { value: words, count })];
  });
  if (named.length === 0) return [];
  const rest = story.byValue
    .filter(({ value }) => valueText(value, values) === undefined)
    .reduce((sum, { received: count }) => sum + count, 0);
  const other = t('shoutouts.values.other');
  const lines = [
    ...named,
    ...(rest > 0 ? [t('shoutouts.story.valueLine', { value: other, count: rest })] : []),
  ];
  return [text([t('shoutouts.story.byValue'), ...lines].join('\n'))];
}

function received({ latestReceived }: Story, t: Translate): APIComponentInContainer[] {
  if (latestReceived.length === 0) return [];
  const lines = latestReceived.slice(0, MOST).map((each) => {
    const words = { giver: `<@${each.giverId}>`, at: stamp(each.createdAt, 'D') };
    return entry(each, t('shoutouts.story.receivedLine', words), t);
  });
  return [separator(), text(t('shoutouts.story.received')), ...lines.map((line) => text(line))];
}

function given({ story, now }: StoryState, t: Translate): APIComponentInContainer[] {
  const { latestGiven } = story;
  if (latestGiven.length === 0) return [];
  const parts = latestGiven.slice(0, MOST).flatMap((each) => {
    const words = { people: peopleText(each.receiverIds, t), at: stamp(each.createdAt, 'D') };
    const line = entry(each, t('shoutouts.story.givenLine', words), t);
    const open = each.status === 'given' && each.createdAt + WITHDRAW_MS > now;
    return open ? [text(line), row(withdrawButton(each, 'story', t))] : [text(line)];
  });
  return [separator(), text(t('shoutouts.story.given')), ...parts];
}

/** The words, with a link to the card while it stands, or what became of it. */
function entry(shoutout: Shoutout, words: string, t: Translate): string {
  const { status, reason, voidReason } = shoutout;
  const link = cardLink(shoutout);
  const card = link === undefined ? '' : ` · ${t('shoutouts.details.card', { link })}`;
  const end = status === 'given' ? card : ` · ${t(`shoutouts.story.${status}`)}`;
  const why = status === 'void' && voidReason !== '' ? `\n-# ${shown(voidReason, REASON)}` : '';
  return `-# ${words}${end}\n${quoted(shown(reason, REASON))}${why}`;
}

function milestones({ milestones: reached }: Story, t: Translate): APIComponentInContainer[] {
  if (reached.length === 0) return [];
  const names = reached.map(({ kind }) => `🏅 ${milestoneText(kind, t)}`).join('\n');
  return [separator(), text(`${t('shoutouts.story.milestones')}\n${names}`)];
}

function budgetText({ left, of, nextAt }: BudgetState, t: Translate): string {
  const words = { left: String(left), of: String(of) };
  if (nextAt === undefined) return t('shoutouts.story.budget', words);
  return t('shoutouts.story.budgetNext', { ...words, at: stamp(nextAt, 'R') });
}

function hideButton({ hidden }: Story, t: Translate) {
  return button({
    id: hideId.build({ to: hidden ? 'shown' : 'hidden' }),
    label: t(hidden ? 'shoutouts.story.show' : 'shoutouts.story.hide'),
  });
}
