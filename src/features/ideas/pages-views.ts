import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { cutGraphemes } from '../../shared/text.ts';
import type { Idea, IdeaEvent } from './model.ts';
import { pagesId, panelId } from './private-custom-ids.ts';
import { statusColours } from './status-views.ts';
import { nameOf } from './words-views.ts';

/** UTF-16 units of one part, and parts of a page: together within Discord's 10,000 bytes. */
const room = { part: 1_300, reason: 160 } as const;
const perPage = { text: 2, trail: 10 } as const;

/** The idea with everything that was written on it, two parts a page. */
export function wholeText(idea: Idea, page: number, t: Translate): MessageBody {
  const { body, problem, updates } = idea;
  const texts = [
    ...inPieces(body),
    ...inPieces(problem).map((each, index) =>
      index === 0 ? `**${t('ideas.card.problem')}**\n${each}` : each,
    ),
    ...updates.map(({ at, text: added }) => {
      const when = t('ideas.card.update', { when: stamp(at, 'D') });
      return `**${when}**\n${shownText(added, room.part)}`;
    }),
  ].filter((each) => each !== '');
  const title = t('ideas.pages.text', { idea: nameOf(idea, t, 120) });
  return leaved({ idea, what: 'text', title, texts, page }, t);
}

/** Escaping lengthens: what could not be shown at once is shown in pieces. */
function inPieces(words: string): string[] {
  const half = Math.floor(room.part / 2);
  const whole = shownText(words, room.part);
  if (whole === '' || !whole.endsWith('…') || words.length <= half) return [whole];
  const space = words.lastIndexOf(' ', half);
  const at = space > half / 2 ? space : cutGraphemes(words, half, '').length || half;
  return [shownText(words.slice(0, at), room.part), ...inPieces(words.slice(at).trimStart())];
}

/** What happened to it, newest first. */
export function trailView(idea: Idea, events: readonly IdeaEvent[], page: number, t: Translate): MessageBody {
  const title = t('ideas.pages.trail', { idea: nameOf(idea, t, 120) });
  return leaved({ idea, what: 'trail', title, texts: events.map((each) => eventLine(each, t)), page }, t);
}

function eventLine(event: IdeaEvent, t: Translate): string {
  const { at, actorId, detail } = event;
  const words = { when: stamp(at, 'f'), what: eventText(event, t) };
  const line =
    actorId === undefined
      ? t('ideas.pages.line', words)
      : t('ideas.pages.lineBy', { ...words, by: `<@${actorId}>` });
  const reason = shown(String(detail['reason'] ?? ''), room.reason);
  return reason === '' ? line : `${line}\n${quoted(reason)}`;
}

function eventText({ kind, from, to, detail }: IdeaEvent, t: Translate): string {
  if (kind === 'rung') return t('ideas.trail.rung', { rung: String(detail['rung'] ?? '') });
  if (kind !== 'status') return t(`ideas.trail.${kind}`);
  const name = (status: typeof from) => (status === undefined ? '–' : t(`ideas.status.${status}`));
  return t('ideas.trail.status', { from: name(from), to: name(to) });
}

function leaved(
  all: { idea: Idea; what: 'text' | 'trail'; title: string; texts: readonly string[]; page: number },
  t: Translate,
): MessageBody {
  const { idea, what, title, texts } = all;
  const size = perPage[what];
  const pages = Math.max(1, Math.ceil(texts.length / size));
  const page = Math.min(all.page, pages - 1);
  const here = texts.slice(page * size, page * size + size);
  const leaf = (to: number, turn: 'back' | 'on', disabled: boolean) =>
    button({
      id: pagesId.build({ idea: idea.id, what, page: Math.max(0, to), turn }),
      label: t(`ideas.pages.${turn}`),
      disabled,
    });
  const back = button({
    id: panelId.build({ idea: idea.id, action: 'show' }),
    label: t('ideas.panel.back'),
  });
  const leaves =
    pages > 1 ? [leaf(page - 1, 'back', page === 0), leaf(page + 1, 'on', page >= pages - 1)] : [];
  return {
    components: [
      container(
        [
          text(title),
          separator(),
          ...(here.length === 0 ? [text(t('ideas.pages.empty'))] : here.map((each) => text(each))),
          ...(pages > 1
            ? [text(t('ideas.pages.page', { page: String(page + 1), pages: String(pages) }))]
            : []),
          row(...leaves, back),
        ],
        { accent: statusColours[idea.status] },
      ),
    ],
  };
}
