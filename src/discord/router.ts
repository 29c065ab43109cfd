import type { APIInteraction } from 'discord-api-types/v10';
import { InteractionType } from 'discord-api-types/v10';
import { autocomplete } from './autocomplete.ts';
import type { Command } from './define-command.ts';
import type { ComponentHandler } from './define-component.ts';
import { type HandlingDeps, handling } from './handle-interaction.ts';
import { handlers } from './handlers.ts';
import { recentIds } from './recent-ids.ts';

export interface RouterDeps extends HandlingDeps {
  commands: readonly Command[];
  components: readonly ComponentHandler[];
  /** Somebody used the bot in a guild. Called for each command, press and dialog before it is handled: must be quick. */
  onUse?: (guildId: string, userId: string) => void;
}

export interface Router {
  /**
   * Handles an interaction as the gateway gave it, once per id. Resolves when there is nothing left to do about
   * it; never rejects.
   */
  route(raw: APIInteraction): Promise<void>;
  /** Takes no more interactions; resolves once those under way are answered, or after `withinMs` real ms. */
  close(withinMs: number): Promise<void>;
}

/** A RESUME dispatches again what was not confirmed: at most some minutes' worth. */
const rememberedIds = 5000;

/** Sends each interaction to the handler that declared itself for it. Throws RangeError if two claim the same. */
export function router(deps: RouterDeps): Router {
  const { log, timers } = deps;
  const known = handlers(deps.commands, deps.components);
  const handle = handling(known, deps);
  const recent = recentIds(rememberedIds);
  let closing = false;
  let underWay = 0;
  let whenIdle: (() => void) | undefined;

  return {
    async route(raw) {
      if (closing || raw.type === InteractionType.Ping || !recent.add(raw.id)) return;
      underWay += 1;
      try {
        if (raw.type === InteractionType.ApplicationCommandAutocomplete) {
          await autocomplete(raw, known, deps);
        } else {
          if (raw.guild_id && raw.member) deps.onUse?.(raw.guild_id, raw.member.user.id);
          await handle(raw);
        }
      } catch (error) {
        log.error({ err: error, interaction: raw.id }, 'router failed');
      } finally {
        underWay -= 1;
        if (underWay === 0) whenIdle?.();
      }
    },
    async close(withinMs) {
      closing = true;
      if (underWay === 0) return;
      await new Promise<void>((resolve) => {
        whenIdle = resolve;
        timers.after(withinMs, resolve);
      });
    },
  };
}
