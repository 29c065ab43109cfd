import type { ComponentChildren } from 'preact';
import { useSession, useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';
import { has, P, permissionsIn } from '../state/permissions.ts';
import { nameOf, peopleIn } from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';

/** A voice channel in the list: its row, a door, and who is in it. Nobody hears anything in the sandbox. */
export function VoiceRoom({ channel, children }: { channel: Channel; children: ComponentChildren }) {
  const session = useSession();
  const state = useView((view) => view);
  const guildId = channel.guild_id ?? '';
  const people = peopleIn(state, channel);
  const inside = people.some((user) => user.id === state.me?.id);
  const mayEnter = has(permissionsIn(state, channel), P.Connect);
  return (
    <>
      <div class="voice-room">
        {children}
        {(inside || mayEnter) && (
          <button
            type="button"
            class="voice-door"
            aria-label={`${inside ? 'Leave' : 'Join'} ${channel.name ?? 'the voice channel'}`}
            onClick={() => session.voice(guildId, inside ? null : channel.id)}
          >
            {inside ? 'Leave' : 'Join'}
          </button>
        )}
      </div>
      {people.length > 0 && (
        <ul class="voice-people" aria-label={`In ${channel.name ?? 'the voice channel'}`}>
          {people.map((user) => (
            <li key={user.id}>
              <Avatar user={user} size={20} />
              <span>{nameOf(state, guildId, user)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
