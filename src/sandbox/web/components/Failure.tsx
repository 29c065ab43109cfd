import { useView } from '../state/context.ts';
import { Icon } from './Icon.tsx';

/** The red line under a message whose button or select was not answered. */
export function Failure({ messageId }: { messageId: string }) {
  const problem = useView(
    (state) =>
      Object.values(state.interactions).find(
        (item) => item.messageId === messageId && item.kind === 'component' && item.state === 'failed',
      )?.problem,
  );
  if (problem === undefined) return null;
  return (
    <p class="failure">
      <Icon name="alert" size={15} /> {problem}
    </p>
  );
}
