import type { APIMessage } from 'discord-api-types/v10';
import type { Result } from '../../discord/failure.ts';
import type { Forums } from '../../discord/forum.ts';
import type { MessageBody } from '../../discord/interaction.ts';
import type { LiveEditor } from '../../discord/live-editor.ts';
import type { RoleGift } from '../../discord/member-roles.ts';
import type { Messenger } from '../../discord/messenger.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Delivery, type Once, refused } from './delivery.ts';
import type { IdeaSettings } from './model.ts';
import type { IdeaService, IdeaWork } from './ports.ts';
import type { ReportTrouble } from './trouble.ts';

/** What everything that ideas say on Discord needs from outside. */
export interface IdeaMessagesDeps {
  ideas: Pick<IdeaService, 'ideaOf' | 'caseOf' | 'mergeById' | 'roadmap'>;
  work: Pick<IdeaWork, 'images'>;
  messenger: Messenger;
  forums: Forums;
  live: Pick<LiveEditor, 'refresh' | 'finish'>;
  giveRole: (gift: RoleGift) => Promise<Result<undefined>>;
  clock: Clock;
  /** The server's language. */
  guildT: (guildId: string) => Translate;
  settingsOf: (guildId: string) => IdeaSettings;
  /** Where staff hears what concerns Hearth, if ideas have no channel for it of their own. */
  noticesChannelOf: (guildId: string) => string | undefined;
  /** Pinged about an answer that is late. */
  staffRoleOf: (guildId: string) => string | undefined;
  report: ReportTrouble;
}

export interface Message {
  channelId: string;
  messageId: string;
}

/** A message that may be there already, by something that only it holds in its JSON. */
export async function findMarked(
  messenger: Messenger,
  channelId: string,
  mark: string,
): Promise<Delivery<{ messageId: string }> | undefined> {
  const found = await messenger.findOwn(channelId, (message) => holds(message, mark));
  if (!found.ok) return refused(found.failure);
  return found.value && { kind: 'sent', messageId: found.value.id };
}

export function holds({ components }: Pick<APIMessage, 'components'>, mark: string): boolean {
  return JSON.stringify(components ?? []).includes(JSON.stringify(mark).slice(1, -1));
}

/** Posts once: after a try that may have arrived, it is looked for first. */
export async function postOnce(
  messenger: Messenger,
  post: { channelId: string; body: MessageBody; mark: string; once: Once; replyTo?: string | undefined },
): Promise<Delivery<{ messageId: string }>> {
  const { channelId, body, mark, once, replyTo } = post;
  const found = once.mayHaveHappened ? await findMarked(messenger, channelId, mark) : undefined;
  if (found) return found;
  const posted = await messenger.post(channelId, body, { nonce: once.nonce, replyTo });
  return posted.ok ? { kind: 'sent', messageId: posted.value.id } : refused(posted.failure);
}

/** Staff's own channel for ideas, or the one for all of Hearth's notices. */
export function staffChannelOf(
  { settingsOf, noticesChannelOf }: Pick<IdeaMessagesDeps, 'settingsOf' | 'noticesChannelOf'>,
  guildId: string,
): string | undefined {
  return settingsOf(guildId).staffChannelId ?? noticesChannelOf(guildId);
}
