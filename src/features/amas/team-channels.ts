import type { GuildInfo } from '../../discord/guild-info.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ama } from './model.ts';

/**
 * Whether what waits for the team can be shown in its channel: it was closed to others when it was chosen, and may be
 * opened to everybody at any time.
 */
export interface TeamChannels {
  /** As it was found last. */
  isExposed(channelId: string): boolean;
  /** Undefined: that is known well enough. Never rejects. */
  look(ama: Pick<Ama, 'guildId' | 'staffChannelId'>): Promise<void> | undefined;
  /** It was changed: the next `look` asks again. */
  forget(channelId: string): void;
}

const FRESH_MS = 60_000;
/** Channels that are remembered; the one found longest ago is forgotten. */
const MOST = 500;

export function teamChannels(deps: { isOpenToAll: GuildInfo['isOpenToAll']; clock: Clock }): TeamChannels {
  const found = new Map<string, { exposed: boolean; at: number }>();
  const asking = new Map<string, Promise<void>>();

  const ask = async (guildId: string, channelId: string): Promise<void> => {
    const open = await deps.isOpenToAll(guildId, channelId);
    // Without an answer it is as it was; a channel that is gone shows nothing.
    const exposed = open.ok ? open.value : (found.get(channelId)?.exposed ?? false);
    found.delete(channelId);
    found.set(channelId, { exposed, at: deps.clock.now() });
    const [oldest] = found.keys();
    if (found.size > MOST && oldest !== undefined) found.delete(oldest);
  };

  return {
    isExposed: (channelId) => found.get(channelId)?.exposed ?? false,
    look({ guildId, staffChannelId }) {
      const known = found.get(staffChannelId);
      if (known && deps.clock.now() - known.at < FRESH_MS) return undefined;
      const answer =
        asking.get(staffChannelId) ??
        ask(guildId, staffChannelId).finally(() => asking.delete(staffChannelId));
      asking.set(staffChannelId, answer);
      return answer;
    },
    forget(channelId) {
      const known = found.get(channelId);
      if (known) found.set(channelId, { ...known, at: Number.NEGATIVE_INFINITY });
      // An answer that is on its way may be out of date.
      asking.delete(channelId);
    },
  };
}
