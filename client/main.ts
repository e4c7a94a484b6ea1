import './ui/fonts.css';
import './ui/tokens.css';
import './ui/global.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { loadChunk } from './live/chunk';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has lost its #app');
mount(App, { target });

// Few need it, and nobody first.
void loadChunk(() => import('./i18n/translated')).then((part) => part?.followTranslation(document.body));
