import { type Client, SimpleShardingStrategy } from 'discord.js';
import type { APIInteraction, GatewayDispatchPayload, GatewayReadyDispatchData } from 'discord-api-types/v10';
import { GatewayDispatchEvents } from 'discord-api-types/v10';

type WebSocketOptions = NonNullable<Client['options']['ws']>;
type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type ShardingManager = Parameters<BuildStrategy>[0];

/** Who the bot is, from READY. */
export interface Identity {
  userId: string;
  applicationId: string;
}

/** What the gateway has to say, before discord.js keeps any of it. */
export interface GatewayListener {
  onInteraction(raw: APIInteraction): void;
  /** Every other event, as Discord sent it. */
  onEvent(event: string, data: unknown): void;
  onReady(identity: Identity): void;
  /** A heartbeat was acknowledged, or the session began or went on. */
  onAlive(): void;
  /** The socket was closed; whether it comes back depends on the code. */
  onClosed(code: number): void;
}

/**
 * Reads the gateway ahead of discord.js and lets through only what keeps the connection going (READY without
 * its guilds, RESUMED). discord.js would otherwise hold every guild's channels and roles, 87 KiB a guild that no
 * cache option limits, and build four objects for each press; Hearth needs neither. `buildStrategy` is a public
 * option and runs before discord.js adds its own listeners, which get the same packet object afterwards.
 */
export function listenFirst(listener: GatewayListener): BuildStrategy {
  return (manager) => {
    const on = manager.on.bind(manager) as unknown as (event: string, hear: (heard: never) => void) => void;
    on('ready', ({ data }: { data: GatewayReadyDispatchData }) => {
      listener.onReady({ userId: data.user.id, applicationId: data.application.id });
      data.guilds = [];
      listener.onAlive();
    });
    on('dispatch', ({ data }: { data: GatewayDispatchPayload }) => hear(listener, data));
    on('resumed', () => listener.onAlive());
    on('heartbeat', () => listener.onAlive());
    on('closed', ({ code }: { code: number }) => listener.onClosed(code));
    return new SimpleShardingStrategy(manager satisfies ShardingManager);
  };
}

const passedOn: ReadonlySet<string> = new Set([GatewayDispatchEvents.Ready, GatewayDispatchEvents.Resumed]);

function hear(listener: GatewayListener, packet: GatewayDispatchPayload): void {
  const { t: event, d: data } = packet;
  if (passedOn.has(event)) return;
  // Without a name, discord.js finds no handler for it; without data, nothing is held while it waits in a queue.
  Object.assign(packet, { t: null, d: null });
  if (event === GatewayDispatchEvents.InteractionCreate) listener.onInteraction(data);
  else listener.onEvent(event, data);
}
