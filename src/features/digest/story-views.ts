import { messageLink, shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { DigestContent, Followed, GuardCoverage, Highlight, Overdue } from './model.ts';
import { count, dayText, periodText, titleText } from './words-views.ts';

/** With these, all else of a digest stays below Discord's 4,000 characters. */
const most = { highlights: 3, overdue: 2, titles: 2, followed: 3, skipped: 2, people: 3 } as const;
const room = { title: 60, reason: 120 } as const;

export function notesText(content: DigestContent, t: Translate): string[] {
  const { clampedTo, skipped } = content;
  return [
    ...(clampedTo === undefined ? [] : [t('digest.post.clamped', { from: dayText(clampedTo, t) })]),
    ...(skipped.length === 0
      ? []
      : [
          t('digest.post.skipped', {
            count: skipped.length,
            periods: listed(
              skipped.map((each) => periodText(each, t)),
              most.skipped,
              skipped.length,
              t,
            ),
          }),
        ]),
  ];
}

/** What stands out, what is overdue, what became of the last suggestions; each only where there is something. */
export function storyTexts(guildId: string, content: DigestContent, t: Translate): string[] {
  const { guard, highlights, overdue, followed } = content;
  const parts: [heading: string, lines: string[]][] = [
    [t('digest.post.guard'), guard === undefined ? [] : [guardText(guard, t)]],
    [
      t('digest.post.highlights'),
      highlights.slice(0, most.highlights).map((each) => highlightText(guildId, each, t)),
    ],
    [t('digest.post.overdue'), overdue.slice(0, most.overdue).map((each) => overdueText(each, t))],
    [t('digest.post.followed'), followed.slice(0, most.followed).map((each) => followedText(each, t))],
  ];
  return parts.filter(([, lines]) => lines.length > 0).map((part) => part.flat().join('\n'));
}

function guardText({ firsts, inTime, afterCard }: GuardCoverage, t: Translate): string {
  return [
    t('digest.guard.inTime', { count: firsts, inTime: count(inTime, t), all: count(firsts, t) }),
    ...(afterCard > 0 ? [t('digest.guard.afterCard', { count: afterCard })] : []),
    ...(firsts > inTime + afterCard ? [t('digest.guard.open', { count: firsts - inTime - afterCard })] : []),
  ].join(' · ');
}

function highlightText(guildId: string, highlight: Highlight, t: Translate): string {
  switch (highlight.what) {
    case 'conversation': {
      const { channelId, messages, people } = highlight;
      const link = messageLink({ guildId, ...highlight });
      return t('digest.highlight.conversation', { messages, people, channel: `<#${channelId}>`, link });
    }
    case 'idea': {
      const title = titleText(highlight.title, highlight.url, room.title, t);
      return t('digest.highlight.idea', { title, supporters: highlight.supporters });
    }
    case 'shoutout': {
      const { giverId, receiverIds, reason, url } = highlight;
      const people = receiverIds.map((id) => `<@${id}>`);
      return t('digest.highlight.shoutout', {
        giver: `<@${giverId}>`,
        people: listed(people, most.people, people.length, t),
        reason: titleText(reason, url, room.reason, t),
      });
    }
    default:
      return highlight satisfies never;
  }
}

function overdueText({ what, count: all, items }: Overdue, t: Translate): string {
  const titles = items.map(({ title, url }) => titleText(title, url, room.title, t));
  return t(`digest.overdue.${what}`, { count: all, titles: listed(titles, most.titles, all, t) });
}

function followedText({ kind, done, of, takenBy }: Followed, t: Translate): string {
  const words = {
    sign: done >= of ? '✅' : done > 0 ? '🟡' : '◻️',
    what: t(`digest.followed.${kind}`),
    done: count(done, t),
    all: count(of, t),
  };
  return takenBy === undefined
    ? t('digest.followed.line', words)
    : t('digest.followed.taken', { ...words, who: `<@${shown(takenBy, 20)}>` });
}

/** The first of `all`, and how many more there are. */
function listed(words: readonly string[], max: number, all: number, t: Translate): string {
  const left = all - Math.min(max, words.length);
  const named = words.slice(0, max).join(', ');
  return left > 0 ? `${named} ${t('digest.post.more', { count: count(left, t) })}` : named;
}
