import { render } from 'preact';
import { App } from './components/App.tsx';
import { openCast } from './state/personas.ts';
import './styles/index.css';

const root = document.querySelector('#app');
if (root !== null) render(<App />, root);
void openCast();
