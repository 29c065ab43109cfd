import type { APIMessage } from 'discord-api-types/v10';
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import type { ChannelState } from '../../src/sandbox/world/types.ts';
import { startHearth, type TestHearth } from './hearth.ts';
import { buttonsOf, isEphemeral, selectsOf, textOf } from './messages.ts';
import { type ModalValues, namesOf } from './modal.ts';
import type { Outcome } from './outcome.ts';
import type { Options, PersonaDriver } from './persona.ts';
import type { TestSandboxOptions } from './sandbox.ts';

/** What people do with ideas at a client, in one call each. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What the small guild has besides: places for ideas, and a role that Hearth may give. */
export const IDEAS = {
  forum: '1191000000000000031',
  text: '1191000000000000032',
  board: '1191000000000000033',
  ledger: '1191000000000000034',
  makers: '1191000000000000041',
} as const;

const neededInForum = P.ManageChannels | P.ManageThreads | P.ManageRoles | P.PinMessages;

/** The small guild with a forum, places for the board and the ledger, and a role below Hearth's own. */
export function ideasSeed(): CommunitySeed {
  const small = buildSmallSeed();
  const [guild] = small.guilds;
  const [general] = guild!.channels;
  const channel = (id: string, name: string, position: number) => ({ ...general!, id, name, position });
  guild!.channels.push(
    {
      ...channel(IDEAS.forum, 'ideas', 3),
      type: ChannelType.GuildForum,
      available_tags: [],
    },
    channel(IDEAS.text, 'idea-channel', 4),
    channel(IDEAS.board, 'board', 5),
    channel(IDEAS.ledger, 'ledger', 6),
  );
  const staff = guild!.channels.find(({ id }) => id === SMALL.channels.staff);
  staff!.permission_overwrites.push({
    id: SMALL.roles.bot,
    type: 0,
    allow: String(P.ViewChannel | P.SendMessages | P.ReadMessageHistory),
    deny: '0',
  });
  const [everyone, bot] = guild!.roles;
  bot!.position = 5;
  bot!.permissions = String(BigInt(bot!.permissions) | neededInForum);
  guild!.roles.push({ ...everyone!, id: IDEAS.makers, name: 'Makers', position: 4, permissions: '0' });
  return small;
}

export interface IdeaTown extends TestHearth {
  readonly owner: PersonaDriver;
  readonly admin: PersonaDriver;
  readonly moderator: PersonaDriver;
  readonly member: PersonaDriver;
  readonly other: PersonaDriver;
  readonly german: PersonaDriver;
  readonly newcomer: PersonaDriver;
}

export interface TownOptions extends TestSandboxOptions {
  /** Where ideas go: the forum unless told. */
  place?: string;
  /** The steps as somebody types them. */
  steps?: string;
  /** Switches of the page of rules that are turned on. */
  on?: readonly ('queue' | 'anonymity')[];
  board?: boolean;
}

/**
 * A bot on the small guild where all seven people have used Hearth and ideas are set up with `/setup`: steps at 2 and
 * 4 supporters, two reviewers, no wait between two ideas.
 */
export async function startIdeas(options: TownOptions = {}): Promise<IdeaTown> {
  const {
    place = IDEAS.forum,
    steps = '20% in 14 days\n50% in 45 days',
    on = [],
    board = true,
    ...rest
  } = options;
  const hearth = await startHearth({ seed: ideasSeed(), ...rest });
  const { sandbox } = hearth;
  const names = ['owner', 'admin', 'moderator', 'member', 'other', 'german', 'newcomer'] as const;
  const people = Object.fromEntries(names.map((name) => [name, sandbox.persona(name)])) as Record<
    (typeof names)[number],
    PersonaDriver
  >;
  for (const person of Object.values(people)) await person.slash('poll list');
  const town = withPeople(hearth, people);
  const { owner } = people;
  await setUpChannel(owner, 'ideas', place);
  await setUpChannel(owner, 'staff', SMALL.channels.staff);
  if (board) {
    await setUpChannel(owner, 'board', IDEAS.board);
    await setUpChannel(owner, 'ledger', IDEAS.ledger);
    saved(await owner.choose(await setupPanel(owner), 'No role', [IDEAS.makers]));
  }
  await setUp(owner, 'Goals', 'goals', { ladder: steps, floor: '1' });
  await setUp(owner, 'Rules', 'pace', { cooldown: '0', open: '10' });
  await setUp(owner, 'Rules', 'categories', { categories: '☕ Coffee\n🎪 Events' });
  for (const what of on)
    saved(await owner.press(await setupPage(owner, 'Rules'), `idea-setup-switch:v1:${what}:on`));
  return town;
}

/** Getters of the bot (what it complained about) have to stay getters. */
function withPeople<People extends object>(hearth: TestHearth, people: People): TestHearth & People {
  return Object.assign(Object.create(hearth) as TestHearth, people);
}

const setupPanel = async (person: PersonaDriver) =>
  (await person.slash('setup', { section: 'ideas' })).reply!;

async function setupPage(person: PersonaDriver, label: string): Promise<APIMessage> {
  const shown = await setupPanel(person);
  await person.press(shown, label);
  return person.look(shown)!;
}

/** Chooses a channel in `/setup section:ideas`. */
export async function setUpChannel(person: PersonaDriver, what: string, channel: string): Promise<void> {
  saved(await person.choose(await setupPanel(person), `idea-setup-channel:v1:${what}`, [channel]));
}

/** Fills one of the forms behind `/setup section:ideas`. */
export async function setUp(
  person: PersonaDriver,
  page: 'Goals' | 'Rules',
  form: 'goals' | 'review' | 'pace' | 'categories',
  values: ModalValues,
): Promise<void> {
  const { modal } = await person.press(await setupPage(person, page), `idea-setup-edit:v1:${form}`);
  saved(await person.submitModal(modal, values));
}

/** Turns a switch of the rules on or off. */
export async function turn(
  person: PersonaDriver,
  what: 'queue' | 'anonymity',
  to: 'on' | 'off',
): Promise<void> {
  saved(await person.press(await setupPage(person, 'Rules'), `idea-setup-switch:v1:${what}:${to}`));
}

function saved({ text }: Outcome): void {
  if (!text.includes('✅ Saved')) throw new Error(`not saved: ${text}`);
}

export const ideaForm = {
  title: 'A winter roast',
  body: 'A dark roast with cinnamon, from November on.',
  problem: 'In winter everything tastes like summer.',
};

/** `/idea submit` up to the preview that only the submitter sees. */
export async function draftIdea(
  person: PersonaDriver,
  form: ModalValues = {},
  options: Options = {},
): Promise<APIMessage> {
  const opened = await person.slash('idea submit', options);
  if (!opened.modal) throw new Error(`no form: ${opened.text}`);
  const shown = await person.submitModal(opened.modal, { ...ideaForm, ...form });
  if (!shown.reply) throw new Error(`no preview: ${shown.result}`);
  return shown.reply;
}

/** Hands a draft in; resolves with what the submitter reads. */
export const postDraft = (person: PersonaDriver, preview: APIMessage, action = 'post'): Promise<Outcome> =>
  pressId(person, preview, 'idea-draft', action);

/** From the form to the card that everybody sees. */
export async function submitIdea(
  town: IdeaTown,
  person: PersonaDriver,
  form: ModalValues = {},
  options: Options = {},
): Promise<APIMessage> {
  const preview = await draftIdea(person, form, options);
  const { text } = await postDraft(person, preview);
  const { title } = { ...ideaForm, ...form };
  return cardCalled(town, title).catch((error: unknown) =>
    Promise.reject(new Error(`not posted: ${text}`, { cause: error })),
  );
}

/** Waits for the card with this title, in the forum or the text channel. */
export function cardCalled({ sandbox, owner }: IdeaTown, title: string): Promise<APIMessage> {
  return sandbox.until(() =>
    [...postsOf({ sandbox }), sandbox.channel(IDEAS.text)]
      .flatMap(({ id }) => owner.messages(id))
      .find(
        (message) =>
          textOf(message).includes(`## ${title}`) &&
          buttonsOf(message).some(({ customId }) => customId?.startsWith('idea-details')),
      ),
  );
}

/** The posts of the forum. */
export function postsOf({ sandbox }: Pick<TestHearth, 'sandbox'>): ChannelState[] {
  return [...sandbox.world.channels.values()].filter(
    ({ channel }) => 'parent_id' in channel && channel.parent_id === IDEAS.forum,
  );
}

/** Everything that all can read in a place: the news of a thread, the notes of staff. */
export const publicTexts = (person: PersonaDriver, channel: string): string[] =>
  person
    .messages(channel)
    .filter((message) => !isEphemeral(message))
    .map((message) => textOf(message));

/** Presses the button with this action in its custom id: labels may be the same, or in another language. */
export async function pressId(
  person: PersonaDriver,
  message: APIMessage,
  name: string,
  ...parts: string[]
): Promise<Outcome> {
  const now = person.look(message) ?? message;
  const wanted = buttonsOf(now).filter(({ customId }) => isCalled(customId, name, parts));
  const [found] = wanted;
  if (found?.customId === undefined || wanted.length > 1) {
    const all = buttonsOf(now).map(({ customId }) => customId);
    throw new Error(
      `${wanted.length} buttons ${name} ${parts.join(' ')} among: ${all.join(', ')}: ${textOf(now)}`,
    );
  }
  return person.press(now, found.customId);
}

function isCalled(customId: string | undefined, name: string, wanted: readonly string[]): boolean {
  const [called, , ...parts] = customId?.split(':') ?? [];
  return called === name && wanted.every((part) => parts.includes(part));
}

/** Whether a message has such a button. */
export const offers = (message: APIMessage | undefined, name: string, ...parts: string[]): boolean =>
  buttonsOf(message).some(({ customId }) => isCalled(customId, name, parts));

export const support = (person: PersonaDriver, card: APIMessage): Promise<Outcome> =>
  pressId(person, card, 'idea-support');
export const follow = (person: PersonaDriver, card: APIMessage): Promise<Outcome> =>
  pressId(person, card, 'idea-follow');

/** What opens behind Details of a card. */
export async function panelOf(person: PersonaDriver, card: APIMessage): Promise<APIMessage> {
  const { reply, result } = await pressId(person, card, 'idea-details');
  if (!reply) throw new Error(`Details: ${result}`);
  return reply;
}

/** Fills the form that a button opened; a form of one text has it under whatever name. */
export async function fillIn(
  person: PersonaDriver,
  opened: Outcome,
  text: string | ModalValues,
): Promise<Outcome> {
  const { modal } = opened;
  if (!modal) throw new Error(`no form: ${opened.text}`);
  if (typeof text !== 'string') return person.submitModal(modal, text);
  const [only = ''] = namesOf(modal);
  return person.submitModal(modal, { [only.replace(/ \(.*$/su, '')]: text });
}

/** The message in the channel for staff that has such a button; the newest one. */
export function staffMessage(
  { sandbox, owner }: IdeaTown,
  condition: (message: APIMessage) => boolean,
): Promise<APIMessage> {
  return sandbox.until(() =>
    owner
      .messages('staff')
      .filter((message) => !isEphemeral(message))
      .toReversed()
      .find(condition),
  );
}

/** Where the review of an idea stands for staff. */
export const caseOf = (town: IdeaTown, title: string): Promise<APIMessage> =>
  staffMessage(town, (message) => offers(message, 'idea-score') && textOf(message).includes(title));

export const scores = { fit: '5', effort: '2', demand: '4', cost: '1' };

/** One reviewer scores, from the case. */
export async function score(
  person: PersonaDriver,
  review: APIMessage,
  values: ModalValues = {},
): Promise<Outcome> {
  return fillIn(person, await pressId(person, review, 'idea-score'), {
    ...scores,
    reason: 'It suits us.',
    ...values,
  });
}

/** `/idea status`: staff sets a status with a public reason. */
export async function setStatus(
  person: PersonaDriver,
  idea: string | number,
  to: string,
  reason: string,
): Promise<Outcome> {
  return fillIn(person, await person.slash('idea status', { idea: String(idea), to }), reason);
}

/** The number that people say. */
export function numberOf(card: APIMessage): string {
  const number = /(?:Idea|Idee) (\d+)/u.exec(textOf(card))?.[1];
  if (number === undefined) throw new Error(`no idea: ${textOf(card)}`);
  return number;
}

/**
 * Waits until somebody reads these words on a message. Old messages are edited every 10 s at most, which the next
 * press then need not sit out.
 */
export async function reads(
  { sandbox, owner }: IdeaTown,
  message: APIMessage,
  words: string | RegExp,
): Promise<APIMessage> {
  const holds = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  const read = await sandbox
    .until(() => {
      const now = owner.look(message);
      return now && holds(textOf(now)) ? now : undefined;
    }, 15_000)
    .catch(() => Promise.reject(new Error(`never read ${String(words)} in: ${textOf(owner.look(message))}`)));
  sandbox.advance(11_000);
  return read;
}

/** Lets the card's upkeep finish, so that the next change is shown at once. */
export async function settle(town: IdeaTown): Promise<void> {
  await town.later(20_000);
  town.sandbox.advance(11_000);
}

/** Waits until somebody wrote these words in a channel or thread. */
export function told(
  { sandbox, owner }: IdeaTown,
  channel: string,
  words: string | RegExp,
): Promise<APIMessage> {
  const holds = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  return sandbox
    .until(
      () =>
        owner
          .messages(channel)
          .filter((one) => !isEphemeral(one))
          .findLast((one) => holds(textOf(one))),
      8_000,
    )
    .catch(() =>
      Promise.reject(
        new Error(`nobody said ${String(words)}; but: ${publicTexts(owner, channel).join('\n---\n')}`),
      ),
    );
}

/** Lets the minute pass in which news is gathered. */
export const newsTime = (town: IdeaTown): Promise<void> => town.later(61_000);

/** Who is pinged by it. */
export const pinged = (message: APIMessage): string[] => message.mentions.map(({ id }) => id).sort();

/** The names of the tags on a forum post, in order. */
export function tagsOf({ sandbox }: Pick<TestHearth, 'sandbox'>, post: string): string[] {
  const { channel } = sandbox.channel(post);
  const forum = sandbox.channel(IDEAS.forum).channel as { available_tags?: { id: string; name: string }[] };
  const ids = (channel as { applied_tags?: string[] }).applied_tags ?? [];
  return ids.map((id) => forum.available_tags?.find((tag) => tag.id === id)?.name ?? id).sort();
}

/** Chooses in the only select whose custom id begins so. */
export function chooseIn(
  person: PersonaDriver,
  message: APIMessage,
  name: string,
  value: string,
): Promise<Outcome> {
  const found = selectsOf(person.look(message)).find(({ customId }) => customId.startsWith(`${name}:`));
  if (!found) throw new Error(`no select ${name}`);
  return person.choose(message, found.customId, [value]);
}

/** `/idea merge`, with its question where it asks. */
export async function mergeIdeas(person: PersonaDriver, idea: string, into: string): Promise<Outcome> {
  const asked = await person.slash('idea merge', { idea, into });
  return offers(asked.reply, 'idea-merge-now') ? pressId(person, asked.reply!, 'idea-merge-now') : asked;
}
