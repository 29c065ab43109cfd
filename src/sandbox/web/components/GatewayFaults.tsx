import { useState } from 'preact/hooks';
import { sandbox } from '../api/sandbox.ts';
import { useSession } from '../state/context.ts';
import { FaultInputs } from './FaultInputs.tsx';
import { type FaultKind, faultBody, gatewayFaults } from './fault-kinds.ts';

const first = gatewayFaults[0] as FaultKind;

/** Something happens to the bot's connection now. */
export function GatewayFaults() {
  const session = useSession();
  const [kind, setKind] = useState(first);
  const [values, setValues] = useState<Record<string, string>>({});
  const inject = async () => {
    try {
      await sandbox.gatewayFault(faultBody(kind, values));
      session.say(`Done: ${kind.label.toLowerCase()}.`);
    } catch (error) {
      session.say(error instanceof Error ? error.message : 'That did not work.', 'problem');
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void inject();
      }}
    >
      <h3>Happens to the bot’s connection</h3>
      <FaultInputs
        kinds={gatewayFaults}
        kind={kind}
        values={values}
        onKind={setKind}
        onValue={(key, value) => setValues({ ...values, [key]: value })}
      />
      <button type="submit" class="button danger">
        Let it happen
      </button>
    </form>
  );
}
