import type { Result } from '../../discord/failure.ts';
import type { Forums } from '../../discord/forum.ts';
import type { LiveEditor } from '../../discord/live-editor.ts';
import type { RoleGift } from '../../discord/member-roles.ts';
import type { Messenger } from '../../discord/messenger.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Clock } from '../../platform/clock.ts';
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

/** Staff's own channel for ideas, or the one for all of Hearth's notices. */
export function staffChannelOf(
  { settingsOf, noticesChannelOf }: Pick<IdeaMessagesDeps, 'settingsOf' | 'noticesChannelOf'>,
  guildId: string,
): string | undefined {
  return settingsOf(guildId).staffChannelId ?? noticesChannelOf(guildId);
}
