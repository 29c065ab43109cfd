import { checkEmoji } from './emoji.ts';
import { asModel, type Body, bits, choice, flag, integer, list, snowflake, text } from './fields.ts';
import { at, bodySpot, type Spot, settle } from './form.ts';
import { ARCHIVE_MINUTES, MAX_SLOWMODE } from './validate-thread.ts';

const TYPES = [0, 2, 4, 5, 13, 15, 16];

/**
 * A guild channel to create, or with `current` its change: name of 100, topic of 1,024 characters (forums 4,096), up to 20
 * tags of 20 characters in a forum.
 * @throws DiscordError 50035
 */
export function checkChannel(body: unknown, current?: { type: number }): void {
  const spot = bodySpot();
  const channel = asModel(spot, body);
  if (channel) {
    const type = choice(spot, channel, 'type', TYPES) ?? current?.type ?? 0;
    if (!current || channel['name'] !== undefined)
      text(spot, channel, 'name', { required: true, min: 1, max: 100 });
    text(spot, channel, 'topic', { max: type >= 15 ? 4096 : 1024 });
    integer(spot, channel, 'rate_limit_per_user', { min: 0, max: MAX_SLOWMODE });
    integer(spot, channel, 'default_thread_rate_limit_per_user', { min: 0, max: MAX_SLOWMODE });
    integer(spot, channel, 'position', { min: 0 });
    integer(spot, channel, 'flags', { min: 0 });
    flag(spot, channel, 'nsfw');
    snowflake(spot, channel, 'parent_id');
    choice(spot, channel, 'default_auto_archive_duration', ARCHIVE_MINUTES);
    choice(spot, channel, 'default_forum_layout', [0, 1, 2]);
    choice(spot, channel, 'default_sort_order', [0, 1]);
    checkTags(spot, channel);
    checkOverwrites(spot, channel);
  }
  settle(spot);
}

function checkTags(spot: Spot, channel: Body): void {
  const tags = list(spot, channel, 'available_tags', { max: 20 }) ?? [];
  for (const [i, value] of tags.entries()) {
    const place = at(at(spot, 'available_tags'), i);
    const tag = asModel(place, value);
    if (!tag) continue;
    text(place, tag, 'name', { required: true, min: 1, max: 20 });
    flag(place, tag, 'moderated');
    const name = tag['emoji_name'];
    const id = tag['emoji_id'];
    if (name || id) checkEmoji(place, { id, name }, undefined);
  }
}

function checkOverwrites(spot: Spot, channel: Body): void {
  const overwrites = list(spot, channel, 'permission_overwrites', { max: 1000 }) ?? [];
  for (const [i, value] of overwrites.entries()) {
    const place = at(at(spot, 'permission_overwrites'), i);
    const overwrite = asModel(place, value);
    if (!overwrite) continue;
    snowflake(place, overwrite, 'id', { required: true });
    choice(place, overwrite, 'type', [0, 1]);
    bits(place, overwrite, 'allow');
    bits(place, overwrite, 'deny');
  }
}
