import { ChannelType } from 'discord-api-types/v10';
import type { Call } from '../../discord/interaction.ts';
import { missing, type PermissionName, requireOwn } from '../../discord/permissions.ts';
import type { Perk } from './model.ts';
import { about } from './press.ts';
import { refuse } from './refuse.ts';
import type { PerkSurfaceDeps } from './surface-types.ts';

export type Step = 'open' | 'pause' | 'end' | 'post';

/** What the commands and the panel's buttons do to a perk; returns what to say about it. */
export async function takeStep(
  deps: PerkSurfaceDeps,
  call: Call,
  perkId: number,
  step: Step,
): Promise<string> {
  const { perks, writer } = deps;
  const asked = { ...about(call), perkId };
  if (step === 'post') requirePlace(call);
  const change: Readonly<Record<Step, () => Perk>> = {
    open: () => perks.open(asked),
    pause: () => perks.pause(asked),
    end: () => perks.end(asked),
    post: () => perks.post({ ...asked, channelId: call.channelId }),
  };
  const perk = await writer.write(change[step]);
  deps.refresh(perk);
  const notes = { open: 'opened', pause: 'paused', end: 'ended', post: 'posting' } as const;
  return call.t(`perks.panel.notes.${notes[step]}`);
}

const threads: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Says now what is missing here, rather than when the card fails to appear. */
function requirePlace(call: Call): void {
  const type = call.raw.channel?.type;
  const send: PermissionName =
    type !== undefined && threads.has(type) ? 'SendMessagesInThreads' : 'SendMessages';
  if (missing(call.actor.permissions, [send]).length > 0) refuse('perks.refusals.may-not-write');
  requireOwn(
    call.t,
    call.appPermissions,
    ['ViewChannel', send, 'ReadMessageHistory'],
    `<#${call.channelId}>`,
  );
}
