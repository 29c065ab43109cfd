import type { APIMessage } from 'discord-api-types/v10';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from './hearth.ts';
import { IDEAS, ideasSeed } from './ideas.ts';
import { isEphemeral, partsOf, textOf } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { Options, PersonaDriver } from './persona.ts';
import type { TestSandboxOptions } from './sandbox.ts';

/** What people do with shout-outs at a client, in one call each. */

/** Where shout-outs stand: a channel called "board". */
export const THANKS = IDEAS.board;
/** A role below Hearth's own. */
export const BADGE = IDEAS.makers;

const names = ['owner', 'admin', 'moderator', 'member', 'other', 'german', 'newcomer'] as const;
export type ThanksTown = TestHearth & Record<(typeof names)[number], PersonaDriver>;

/** A bot on the small guild where shout-outs have their channel. */
export async function startThanks(options: TestSandboxOptions = {}): Promise<ThanksTown> {
  const hearth = await startHearth({ seed: ideasSeed(), ...options });
  const people = Object.fromEntries(names.map((name) => [name, hearth.sandbox.persona(name)]));
  const town = Object.assign(Object.create(hearth) as ThanksTown, people);
  const { reply } = await town.admin.slash('setup', { section: 'shoutouts' });
  const { text } = await town.admin.choose(reply!, 'Off: no shout-outs', [THANKS]);
  if (!text.includes(`<#${THANKS}>`)) throw new Error(`not set up: ${text}`);
  return town;
}

/** `/shoutout give` with everything typed. */
export function thank(
  giver: PersonaDriver,
  receiver: { id: string },
  reason: string,
  more: Options = {},
): Promise<Outcome> {
  return giver.slash('shoutout give', { member: receiver.id, reason, ...more });
}

/** Cards and other posts of the thanks channel that say so, oldest first. */
export function standing({ owner }: Pick<ThanksTown, 'owner'>, words: string): APIMessage[] {
  return owner
    .messages('board')
    .filter((message) => !isEphemeral(message) && saidOn(message).includes(words));
}

/** All that a reader sees of a post, with what its pictures say. */
export function saidOn(message: APIMessage | undefined): string {
  const pictures = partsOf(message ?? {}).flatMap(
    (part) => (part['items'] ?? []) as { description?: string }[],
  );
  return [textOf(message), ...pictures.map(({ description }) => description ?? '')].join('\n');
}

export function standsSoon(town: ThanksTown, words: string): Promise<APIMessage> {
  return town.sandbox.until(() => standing(town, words).at(-1));
}

export const STAFF_CHANNEL = SMALL.channels.staff;
