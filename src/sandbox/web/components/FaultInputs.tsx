import type { FaultKind } from './fault-kinds.ts';

interface Props {
  kinds: FaultKind[];
  kind: FaultKind;
  values: Record<string, string>;
  onKind(kind: FaultKind): void;
  onValue(name: string, value: string): void;
}

/** The kind of a fault and the few fields that the kind asks for. */
export function FaultInputs({ kinds, kind, values, onKind, onValue }: Props) {
  return (
    <>
      <label class="drawer-field">
        <span>What happens</span>
        <select
          value={kind.kind}
          onChange={(event) => onKind(kinds.find((item) => item.kind === event.currentTarget.value) ?? kind)}
        >
          {kinds.map((item) => (
            <option key={item.kind} value={item.kind}>
              {item.label}
            </option>
          ))}
        </select>
      </label>
      <p class="drawer-about">{kind.about}</p>
      {kind.inputs.map((input) => {
        const value = values[input.name] ?? input.initial;
        const change = (event: Event) => onValue(input.name, (event.currentTarget as HTMLInputElement).value);
        if (input.kind === 'check') {
          return (
            <label class="check-row" key={input.name}>
              <input
                type="checkbox"
                checked={value !== ''}
                onChange={(event) => onValue(input.name, event.currentTarget.checked ? 'yes' : '')}
              />
              <span>{input.label}</span>
            </label>
          );
        }
        return (
          <label class="drawer-field" key={input.name}>
            <span>{input.label}</span>
            {input.kind === 'choice' ? (
              <select value={value} onChange={change}>
                {input.choices?.map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </select>
            ) : (
              <input inputMode="decimal" value={value} onInput={change} />
            )}
          </label>
        );
      })}
    </>
  );
}
