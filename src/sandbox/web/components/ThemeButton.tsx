import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

const root = document.documentElement;

export function ThemeButton() {
  const [theme, setTheme] = useState(root.dataset.theme ?? 'dark');
  const next = theme === 'dark' ? 'light' : 'dark';
  const flip = () => {
    root.dataset.theme = next;
    localStorage.setItem('theme', next);
    setTheme(next);
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Use the ${next} theme`}
      title={`Use the ${next} theme`}
      onClick={flip}
    >
      <Icon name={next === 'light' ? 'sun' : 'moon'} />
    </button>
  );
}
