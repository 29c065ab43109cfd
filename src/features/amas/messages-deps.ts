import type { Result } from '../../discord/failure.ts';
import type { LiveEditor } from '../../discord/live-editor.ts';
import type { Messenger } from '../../discord/messenger.ts';
import type { ScheduledEvents } from '../../discord/scheduled-events.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Clock } from '../../platform/clock.ts';
import type { AmaPlaces, AmaService, AmaWork } from './ports.ts';
import type { TeamChannels } from './team-channels.ts';

/** What everything that AMAs say on Discord needs from outside. */
export interface AmaMessagesDeps {
  amas: Pick<AmaService, 'transcript' | 'receipt' | 'images'>;
  work: Pick<AmaWork, 'find' | 'question' | 'panel' | 'queue' | 'parked'>;
  /** Notes where something stands now; resolves once that is kept. */
  place(amaId: number, places: Partial<AmaPlaces>): Promise<void>;
  messenger: Messenger;
  events: ScheduledEvents;
  live: Pick<LiveEditor, 'refresh' | 'finish'>;
  team: TeamChannels;
  /** What a channel is called; for Discord's event. */
  channelName: (channelId: string) => Promise<string | undefined>;
  /** The channel for direct messages to a person. */
  directChannel: (userId: string) => Promise<Result<string>>;
  namesOf: (guildId: string, userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Where staff hears of it if the AMA's own staff channel is gone. */
  noticesChannelOf: (guildId: string) => string | undefined;
  clock: Clock;
  /** The server's language. */
  guildT: (guildId: string) => Translate;
}
