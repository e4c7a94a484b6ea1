import './ui/fonts.css';
import './ui/tokens.css';
import './ui/global.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has lost its #app');
mount(App, { target });
