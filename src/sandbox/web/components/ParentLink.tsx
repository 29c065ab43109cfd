import { openChannel } from '../state/actions.ts';
import { useSession, useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';

/** From a thread back to the channel or forum it hangs under. */
export function ParentLink({ channel }: { channel: Channel }) {
  const session = useSession();
  const parent = useView((state) => state.channels[channel.parent_id ?? '']);
  if (parent === undefined) return null;
  return (
    <>
      <button type="button" class="parent-link" onClick={() => openChannel(session, parent.id)}>
        {parent.name}
      </button>
      <span class="crumb" aria-hidden="true">
        ›
      </span>
    </>
  );
}
