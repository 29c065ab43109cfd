import type { Call, OutgoingFile, Reply } from '../../discord/interaction.ts';
import { inPlace, privately } from '../../discord/press.ts';
import { text } from '../../discord/ui.ts';
import type { RunPlace } from './custom-ids.ts';
import type { Ama, Question } from './model.ts';
import { panelView } from './panel-views.ts';
import { about } from './press.ts';
import { questionCard } from './question-card-views.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';

/** The card of a question as it is now, for whoever presses. Throws a refusal for one that they may not see. */
export function cardBody(
  { amas }: AmaSurfaceDeps,
  call: Call,
  questionId: number,
  options: { note?: string; review?: boolean } = {},
) {
  const { note, review = false } = options;
  const read = amas.question({ ...about(call), questionId });
  const { amaId, mergedInto } = read.question;
  const ama = amas.ama({ ...about(call), amaId });
  const pictures = read.question.images > 0 ? amas.images(questionId) : [];
  const state = {
    read,
    ama,
    rights: amas.rights({ ...about(call), amaId }),
    at: review ? ('review' as const) : ('card' as const),
    target: mergedInto === undefined ? undefined : targetOf(amas, call, mergedInto),
    pictures: pictures.map(({ name }) => name),
    ...(review ? { waiting: ama.waiting } : {}),
  };
  const files: OutgoingFile[] = pictures.map((picture) => ({ ...picture }));
  return { body: questionCard(state, call.t, note), files };
}

/** What it lives on in may be one that this person cannot see. */
function targetOf(amas: AmaSurfaceDeps['amas'], call: Call, questionId: number): Question | undefined {
  try {
    return amas.question({ ...about(call), questionId }).question;
  } catch {
    return undefined;
  }
}

function withFiles(reply: Reply, files: readonly OutgoingFile[]): Reply {
  return reply.kind === 'modal' || files.length === 0 ? reply : { ...reply, files };
}

/** On one's own message the card takes its place. */
export function showCard(deps: AmaSurfaceDeps, call: PressCall, questionId: number, note?: string): Reply {
  const { body, files } = cardBody(deps, call, questionId, note === undefined ? {} : { note });
  return withFiles(inPlace(call, body), files);
}

/** Always a new message, so that the list that it was picked from stays. */
export function newCard(deps: AmaSurfaceDeps, call: Call, questionId: number): Reply {
  const { body, files } = cardBody(deps, call, questionId);
  return withFiles(privately(body), files);
}

/** The oldest that waits, or the oldest after `after`; undefined where nothing waits. */
export function nextPending(
  { amas }: AmaSurfaceDeps,
  call: Call,
  amaId: number,
  after = 0,
): Question | undefined {
  const pageOf = (page: number) => amas.pending({ ...about(call), amaId, page });
  const first = pageOf(0);
  let found = first.rows.find(({ id }) => id > after);
  for (let page = 1; page < first.pages && !found; page++) {
    found = pageOf(page).rows.find(({ id }) => id > after);
  }
  return found ?? first.rows[0];
}

/** The card of the next that waits for review; what was done just now stands above it. */
export function showReview(
  deps: AmaSurfaceDeps,
  call: PressCall,
  ama: Pick<Ama, 'id'>,
  options: { note?: string; after?: number } = {},
): Reply {
  const { t } = call;
  const next = nextPending(deps, call, ama.id, options.after);
  const note = options.note === undefined ? '' : `${options.note}\n`;
  if (!next) {
    return inPlace(call, { components: [text(`${note}${t('amas.run.reviewDone')}`)] });
  }
  const { body, files } = cardBody(deps, call, next.id, {
    review: true,
    ...(options.note === undefined ? {} : { note: options.note }),
  });
  return withFiles(inPlace(call, body), files);
}

/** Somebody's own copy of the panel, brought up to date by hand. Guests do not end an AMA. */
export function panelBody({ amas }: AmaSurfaceDeps, call: Call, amaId: number) {
  const { t } = call;
  const asked = { ...about(call), amaId };
  const { moderate: mayEnd } = amas.rights(asked);
  return panelView(amas.panel(asked), t, { at: 'guest', refresh: t('amas.run.refresh'), mayEnd });
}

/** Where a button of the run stood decides what its presser sees next. */
export function afterRun(
  deps: AmaSurfaceDeps,
  call: PressCall,
  question: Question,
  { at, note, next }: { at: RunPlace; note: string; next: Reply },
): Reply {
  switch (at) {
    case 'panel':
      return next;
    case 'guest':
      return inPlace(call, noted(panelBody(deps, call, question.amaId), note));
    case 'card':
      return showCard(deps, call, question.id, note);
    case 'review':
      return question.status === 'pending'
        ? reviewAgain(deps, call, question.id, note)
        : showReview(deps, call, { id: question.amaId }, { note });
    default:
      return at satisfies never;
  }
}

/** Something about it was changed, and it still waits. */
function reviewAgain(deps: AmaSurfaceDeps, call: PressCall, questionId: number, note: string): Reply {
  const { body, files } = cardBody(deps, call, questionId, {
    review: true,
    ...(note === '' ? {} : { note }),
  });
  return withFiles(inPlace(call, body), files);
}

function noted(body: ReturnType<typeof panelView>, note: string): ReturnType<typeof panelView> {
  return { ...body, components: [text(note), ...body.components] };
}
