import { StageInstancePrivacyLevel } from 'discord-api-types/v10';
import { asModel, choice, flag, snowflake, text, valuesOf } from './fields.ts';
import { bodySpot, settle } from './form.ts';

/** A stage to open, or with `live` a change of the one that is. Throws 50035. */
export function checkStageInstance(body: unknown, live = false): void {
  const spot = bodySpot();
  const stage = asModel(spot, body);
  if (stage) {
    if (!live || stage['topic'] !== undefined)
      text(spot, stage, 'topic', { required: true, min: 1, max: 120 });
    choice(spot, stage, 'privacy_level', valuesOf(StageInstancePrivacyLevel));
    if (!live) {
      snowflake(spot, stage, 'channel_id', { required: true });
      snowflake(spot, stage, 'guild_scheduled_event_id');
      flag(spot, stage, 'send_start_notification');
    }
  }
  settle(spot);
}
