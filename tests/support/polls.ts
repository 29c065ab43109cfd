import type { APIMessage } from 'discord-api-types/v10';
import { pollForm, type TestHearth } from './hearth.ts';
import { buttonsOf, isEphemeral, selectsOf, textOf } from './messages.ts';
import type { ModalValues } from './modal.ts';
import type { Outcome } from './outcome.ts';
import type { Options, PersonaDriver, Where } from './persona.ts';

/** What people do with polls at a client, in one call each. */

/** `/poll create` up to the preview. */
export async function draftPoll(
  creator: PersonaDriver,
  form: ModalValues = {},
  options: Options = {},
  where?: Where,
): Promise<Outcome> {
  const { modal } = await creator.slash('poll create', options, where);
  return creator.submitModal(modal, { ...pollForm, ...form });
}

/** Presses Publish (or what `button` says) on a preview; resolves with the poll in its channel. */
export async function publishDraft(
  { sandbox }: TestHearth,
  creator: PersonaDriver,
  shown: Outcome,
  { channel = 'general', button = 'Publish' }: { channel?: string; button?: string } = {},
): Promise<APIMessage> {
  const before = new Set(creator.messages(channel).map(({ id }) => id));
  if (!shown.reply) throw new Error(`no preview: ${shown.text}`);
  const { text } = await creator.press(shown.reply, button);
  return sandbox
    .until(() =>
      creator.messages(channel).find((one) => !before.has(one.id) && !isEphemeral(one) && hasControls(one)),
    )
    .catch((error: unknown) => Promise.reject(new Error(`not published: ${text}`, { cause: error })));
}

/** A published poll made with `/poll create`, its form and its options. */
export async function makePoll(
  hearth: TestHearth,
  creator: PersonaDriver,
  { form = {}, options = {}, channel }: { form?: ModalValues; options?: Options; channel?: string } = {},
): Promise<APIMessage> {
  const where = channel === undefined ? undefined : { channel };
  const shown = await draftPoll(creator, form, options, where);
  return publishDraft(hearth, creator, shown, where);
}

/** The number that a poll's message shows. */
export function numberOf(message: APIMessage): string {
  const number = /(?:Poll|Umfrage) (\d+)/u.exec(textOf(message))?.[1];
  if (number === undefined) throw new Error(`no poll: ${textOf(message)}`);
  return number;
}

/** What stands in the channel in reply to a poll: its announcement. */
export const announcementsOf = (person: PersonaDriver, poll: APIMessage): APIMessage[] =>
  person
    .messages(poll.channel_id)
    .filter((one) => one.message_reference?.message_id === poll.id && !isEphemeral(one));

/** Whether people can still vote on it. */
export const hasControls = (message: APIMessage | undefined): boolean =>
  buttonsOf(message).length > 1 || selectsOf(message).length > 0;

/** Once its end is shown: what `viewer` sees then. */
export async function ending(
  { sandbox }: TestHearth,
  viewer: PersonaDriver,
  message: APIMessage,
): Promise<APIMessage> {
  return sandbox.until(() => {
    const now = viewer.look(message);
    return now && !hasControls(now) ? now : undefined;
  });
}

/** Presses Details, then the button, then (where it asks) the confirmation. */
export async function steer(
  person: PersonaDriver,
  message: APIMessage,
  ...buttons: string[]
): Promise<Outcome> {
  let outcome = await person.press(message, 'Details');
  for (const button of buttons) {
    const shown = outcome.reply ?? outcome.updated;
    if (!shown) throw new Error(`nothing to press ${button} on`);
    outcome = await person.press(shown, button);
  }
  return outcome;
}

/**
 * Edits of a channel keep a second's distance, which a test need not sit out; less than the two after which a
 * vote's refresh is made sure of. What waits already goes on waiting.
 */
export const noPause = ({ sandbox }: TestHearth): void => sandbox.advance(1_100);

/** Closes it by hand, confirmation and all. */
export function closeByHand(
  hearth: TestHearth,
  person: PersonaDriver,
  message: APIMessage,
): Promise<Outcome> {
  noPause(hearth);
  return steer(person, message, 'Close now', 'Close it');
}

/** Each of them presses their button, one after the other. */
export async function everyVote(
  hearth: TestHearth,
  message: APIMessage,
  votes: Readonly<Record<string, string>>,
): Promise<void> {
  const { sandbox } = hearth;
  noPause(hearth);
  for (const [name, button] of Object.entries(votes)) {
    const { text } = await sandbox.persona(name).press(message, button);
    if (!text.startsWith('Your') && !text.startsWith('Deine')) throw new Error(`${name}: ${text}`);
  }
}
