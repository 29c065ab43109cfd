import type { MessageBody } from '../../discord/interaction.ts';
import { permissionWords } from '../../discord/permissions.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { sentenceFor } from '../../i18n/translator.ts';
import { draftActionId } from './custom-ids.ts';
import type { Draft, PollSpec, Problem } from './model.ts';
import { openCard, previewState } from './poll-card-views.ts';
import { colours } from './words-views.ts';

export interface PreviewPlace {
  /** The channel of the server's polls, where one is set and the poll was made elsewhere. */
  otherChannel: boolean;
  /** Hearth may not attach files there, so the result will have no chart. */
  noPicture: boolean;
  /** UTC ms. */
  now: number;
}

/** The ephemeral preview: the card as its channel will see it, what was understood, and what to do next. */
export function draftPreview(
  draft: Draft,
  t: Translate,
  guildT: Translate,
  place: PreviewPlace,
): MessageBody {
  const { spec } = draft;
  if (!spec) return problemsView(draft, t);
  const state = previewState(spec, { ...draft, now: place.now });
  return {
    components: [
      text(t('polls.draft.preview')),
      openCard(state, guildT, 'dead'),
      text(understood(draft, spec, t, place).join('\n')),
      actions(draft.id, t, { ready: true, later: spec.opensAt !== undefined }),
    ],
  };
}

function understood(draft: Draft, spec: PollSpec, t: Translate, place: PreviewPlace): string[] {
  const channel = `<#${draft.channelId}>`;
  const full = stamp(spec.closesAt, 'F');
  const relative = stamp(spec.closesAt, 'R');
  const typed = shown(draft.input.closes, 80);
  const lines = [
    typed === ''
      ? t('polls.draft.closes', { full, relative })
      : t('polls.draft.closesTyped', { full, relative, typed }),
    spec.opensAt === undefined
      ? t('polls.draft.opensNow', { channel })
      : t('polls.draft.opensLater', {
          channel,
          full: stamp(spec.opensAt, 'F'),
          relative: stamp(spec.opensAt, 'R'),
        }),
  ];
  if (place.otherChannel) lines.push(`-# ${t('polls.draft.otherChannel', { channel })}`);
  if (place.noPicture) {
    lines.push(t('polls.draft.noPicture', { channel, permission: permissionWords(t, ['AttachFiles']) }));
  }
  lines.push(t(countsKeys[spec.resultsShown]));
  if (spec.privacy !== 'open') lines.push(`-# ${t('polls.draft.fewVotes')}`);
  if (spec.thread) lines.push(t('polls.draft.thread'));
  return lines;
}

const countsKeys = {
  live: 'polls.draft.countsLive',
  'after-voting': 'polls.draft.countsAfterVoting',
  'at-closing': 'polls.draft.countsAtClosing',
} as const;

/** What has to be corrected first. Everything typed is kept, and Edit brings it back. */
function problemsView(draft: Draft, t: Translate): MessageBody {
  const lines = draft.problems.slice(0, 12).map((problem) => `- ${problemText(problem, t)}`);
  const question = shown(draft.input.question, 420);
  return {
    components: [
      container(
        [
          ...(question === '' ? [] : [text(`### ${question}`), separator()]),
          text(
            lines.length === 0
              ? t('polls.draft.empty')
              : [t('polls.draft.problems', { count: lines.length }), ...lines].join('\n'),
          ),
          text(`-# ${t('polls.draft.problemsHelp')}`),
        ],
        { accent: colours.quiet },
      ),
      actions(draft.id, t, { ready: false, later: false }),
    ],
  };
}

/** User text among the parameters is escaped and cut; roles stay mentions. */
function problemText(problem: Problem, t: Translate): string {
  const params = Object.entries(problem.params).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'role' ? shown(value, 80) : value,
  ]);
  return sentenceFor(t, problem.code, Object.fromEntries(params)) ?? problem.code;
}

function actions(draft: number, t: Translate, options: { ready: boolean; later: boolean }) {
  const { ready, later } = options;
  const id = (action: Parameters<typeof draftActionId.build>[0]['action']) =>
    draftActionId.build({ draft, action });
  return row(
    button({
      id: id('publish'),
      label: t(later ? 'polls.draft.schedule' : 'polls.draft.publish'),
      style: 'success',
      disabled: !ready,
    }),
    button({ id: id('edit'), label: t('polls.draft.edit'), style: ready ? 'secondary' : 'primary' }),
    button({ id: id('rules'), label: t('polls.draft.rules') }),
    button({ id: id('counting'), label: t('polls.draft.counting') }),
    button({ id: id('cancel'), label: t('polls.draft.cancel'), style: 'danger' }),
  );
}

/** A last word in place of the preview. */
export function draftDone(words: string): MessageBody {
  return { components: [text(words)] };
}
