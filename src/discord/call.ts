import type { APIInteraction, APIInteractionGuildMember } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Locale, Translate } from '../i18n/translate.ts';
import { localeFor, translatorFor } from '../i18n/translator.ts';
import type { Actor, Call } from './interaction.ts';

/** One interaction on its way. */
export interface Trip<Raw extends APIInteraction = APIInteraction> {
  raw: Raw;
  /** UTC ms. */
  receivedAt: number;
  /** In the presser's language. */
  readonly t: Translate;
  readonly log: Logger;
}

/** The logger is made when first asked for, because most presses need none. */
export function startTrip<Raw extends APIInteraction>(raw: Raw, receivedAt: number, log: Logger): Trip<Raw> {
  let child: Logger | undefined;
  return {
    raw,
    receivedAt,
    get t() {
      return translatorFor(localeFor('locale' in raw ? raw.locale : undefined));
    },
    get log() {
      child ??= log.child({ interaction: raw.id, guild: raw.guild_id });
      return child;
    },
  };
}

/**
 * What a handler gets. Undefined outside a guild: in a direct message, or where Hearth was installed by a
 * person and not by the server. `localeOf` is the guild's language, from its settings.
 */
export function callFor<Raw extends APIInteraction>(
  trip: Trip<Raw>,
  localeOf: (guildId: string) => Locale,
): Call<Raw> | undefined {
  const raw: APIInteraction = trip.raw;
  const channelId = raw.channel?.id ?? raw.channel_id;
  const { guild_id: guildId, member } = raw;
  if (!guildId || !member || !channelId) return undefined;
  return {
    raw: trip.raw,
    guildId,
    channelId,
    actor: actorFrom(member),
    appPermissions: BigInt(raw.app_permissions ?? '0'),
    now: trip.receivedAt,
    get t() {
      return trip.t;
    },
    get guildT() {
      return translatorFor(localeOf(guildId));
    },
    get log() {
      return trip.log;
    },
  };
}

function actorFrom(member: APIInteractionGuildMember): Actor {
  const { user, nick, roles, permissions } = member;
  return {
    userId: user.id,
    displayName: nick ?? user.global_name ?? user.username,
    roleIds: roles,
    permissions: BigInt(permissions),
  };
}
