import type { Call, Reply } from '../../discord/interaction.ts';
import { draftForm } from './form-views.ts';
import type { Draft, Poll, PollInput } from './model.ts';
import { publicThreadParent, requireMayWriteHere } from './place.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** Starts a draft for where it is wanted, where the server wants its polls, or for here. Pressing again finds the same draft. */
export async function startDraft(
  deps: PollSurfaceDeps,
  call: Call,
  input: Partial<PollInput>,
  wanted?: string,
): Promise<Draft> {
  const { guildId, actor, now, t } = call;
  const channelId = wanted ?? deps.pollsChannelOf(guildId) ?? call.channelId;
  const here = channelId === call.channelId;
  if (here) requireMayWriteHere(call);
  const parentId = here ? publicThreadParent(call) : undefined;
  const interactionId = call.raw.id;
  const start = { guildId, actor, now, channelId, parentId, interactionId, locale: t.locale, input };
  return deps.writer.write(() => deps.polls.createDraft(start));
}

/** The same, with its form open. */
export async function openForm(
  deps: PollSurfaceDeps,
  call: Call,
  input: Partial<PollInput>,
  wanted?: string,
): Promise<Reply> {
  const closes = input.closes || call.t('polls.form.closesDefault');
  const draft = await startDraft(deps, call, { ...input, closes }, wanted);
  return { kind: 'modal', modal: draftForm(draft, call.t) };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A poll as if it were typed once more: from now on, for as long as it was open then, and asked once. */
export function inputOf(poll: Poll): PollInput {
  const { question, kind, privacy, resultsShown, voterRoleIds, weights, quorum, closeEarly, thread } = poll;
  const lines = poll.options.map(({ emoji, label }) => (emoji === undefined ? label : `${emoji} ${label}`));
  return {
    question,
    kind,
    privacy,
    resultsShown,
    voterRoleIds,
    weights,
    quorum,
    closeEarly,
    thread,
    options: kind === 'rating' ? '' : lines.join('\n'),
    maxChoices: kind === 'multiple' ? poll.maxChoices : undefined,
    opens: '',
    closes: spanText(poll.closesAt - (poll.opensAt ?? poll.createdAt)),
    recurrence: 'never',
  };
}

/**
 * Days, hours and minutes as every language reads them: `2d 6h`. Whole hours for long ones: what was typed as two
 * days is some minutes less when it is counted from the publishing.
 */
function spanText(ms: number): string {
  const step = ms >= 12 * HOUR ? HOUR : MINUTE;
  const minutes = Math.max(1, (Math.round(ms / step) * step) / MINUTE);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1_440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ];
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ');
}
