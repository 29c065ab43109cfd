import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { CardService } from './card-service.ts';
import type { GuardPolicy } from './ports.ts';
import type { GuardService } from './service.ts';

/** What the panel and the cards need. */
export interface GuardSurface {
  guard: GuardService;
  cards: CardService;
  writer: Writer;
  policy: GuardPolicy;
  /** Whether everybody can read a channel. */
  isOpenToAll(guildId: string, channelId: string): Promise<Result<boolean>>;
}
