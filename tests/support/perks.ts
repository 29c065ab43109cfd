import { randomBytes } from 'node:crypto';
import type { APIMessage } from 'discord-api-types/v10';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { buttonsOf, isEphemeral, partsOf, textOf } from './messages.ts';
import type { ModalValues } from './modal.ts';
import type { Outcome } from './outcome.ts';
import type { PersonaDriver } from './persona.ts';
import type { TestSandboxOptions } from './sandbox.ts';
import { BADGE, startThanks, type ThanksTown } from './shoutouts.ts';

/** What people do with perks at a client, in one call each. */

export type PerkTown = ThanksTown;
/** A role below Hearth's own. */
export const REWARD_ROLE = BADGE;
export const STAFF_CHANNEL = SMALL.channels.staff;

export const aKey = (): string => randomBytes(32).toString('base64');

/** A bot with a key, on the small guild where shout-outs have their channel and admins hear of Hearth in "staff". */
export async function startPerks(
  options: TestSandboxOptions & { environment?: Record<string, string> } = {},
): Promise<PerkTown> {
  const environment = { ENCRYPTION_KEY: aKey(), ...options.environment };
  const town = await startThanks({ ...options, environment } as TestSandboxOptions);
  const { reply } = await town.admin.slash('setup');
  await town.admin.choose(reply!, 'No notices', [STAFF_CHANNEL]);
  return town;
}

const FORM = { name: 'Free coffee', description: 'A bag of your choice.', terms: 'One per person.' };

/** `/perk create`, filled; the panel that follows. */
export async function createPerk(admin: PersonaDriver, values: ModalValues = {}): Promise<APIMessage> {
  const { modal } = await admin.slash('perk create');
  return needed(await admin.submitModal(modal, { ...FORM, ...values }));
}

/** The number of the perk that a panel or card is about. */
export function perkIdOf(message: APIMessage): number {
  const id = partsOf(message)
    .map(
      (part) => /^perk-[a-z-]+:v\d+:(\d+)/u.exec(JSON.stringify(part['custom_id'] ?? '').slice(1, -1))?.[1],
    )
    .find((found) => found !== undefined);
  if (id === undefined) throw new Error(`about no perk: ${textOf(message)}`);
  return Number(id);
}

export function codesFile(lines: readonly string[] | Buffer, name = 'codes.csv'): File {
  const data = Buffer.isBuffer(lines) ? lines : Buffer.from(`${lines.join('\n')}\n`);
  return new File([new Uint8Array(data)], name, { type: 'text/csv' });
}

/** `/perk codes` with this file; what was answered. */
export async function addCodes(admin: PersonaDriver, perkId: number, file: File): Promise<Outcome> {
  const { modal } = await admin.slash('perk codes', { perk: String(perkId) });
  return admin.submitModal(modal, { file: [file] });
}

export const manyCodes = (count: number, prefix = 'SECRET-CODE'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(5, '0')}`);

/** A perk with codes that is open; its number. */
export async function openPerk(
  admin: PersonaDriver,
  codes: readonly string[],
  values: ModalValues = {},
): Promise<number> {
  const perkId = perkIdOf(await createPerk(admin, values));
  const { text } = await addCodes(admin, perkId, codesFile(codes));
  if (!text.includes('added')) throw new Error(`not added: ${text}`);
  const opened = await admin.slash('perk open', { perk: String(perkId) });
  if (!opened.text.includes('✅')) throw new Error(`not open: ${opened.text}`);
  return perkId;
}

/** Presses its way through the panel's menu: so many of an act. */
export async function addCondition(
  admin: PersonaDriver,
  perkId: number,
  act: 'shoutouts-received' | 'ideas-shipped' | 'questions-answered',
  count: number,
): Promise<void> {
  const panel = needed(await admin.slash('perk edit', { perk: String(perkId) }));
  const { modal } = await admin.choose(panel, `perk-condition:v1:${perkId}`, [`add-${act}`]);
  const saved = await admin.submitModal(modal, { count: String(count) });
  if (!textOf(admin.look(panel)).includes('✅')) throw new Error(`not saved: ${saved.text}`);
}

/** Posts the card in "general" and waits for it. */
export async function postCard(town: PerkTown, perkId: number): Promise<APIMessage> {
  await town.admin.slash('perk post', { perk: String(perkId) });
  return town.sandbox.until(() => cardOf(town, perkId));
}

export function cardOf({ owner }: Pick<PerkTown, 'owner'>, perkId: number): APIMessage | undefined {
  return owner
    .messages('general')
    .filter((message) => !isEphemeral(message))
    .findLast((message) =>
      buttonsOf(message).some(({ customId }) => customId === `perk-claim:v1:${perkId}:card`),
    );
}

/** Presses Claim on the card. */
export function claim(person: PersonaDriver, card: APIMessage, perkId: number): Promise<Outcome> {
  return person.press(card, `perk-claim:v1:${perkId}:card`);
}

/** What stands in the channel for notices and says so. */
export const noticed = (town: PerkTown, words: string): APIMessage[] =>
  town.owner.messages('staff').filter((message) => !isEphemeral(message) && textOf(message).includes(words));

function needed({ reply, text }: Outcome): APIMessage {
  if (!reply) throw new Error(`no message: ${text}`);
  return reply;
}
