import { render } from 'preact';
import '../ui/look.css';
import './style/frame.css';
import './style/page.css';
import './style/table.css';
import './style/paper.css';
import './style/desk.css';
import './style/profile.css';
import './style/decision.css';
import './style/bench.css';
import './style/print.css';
import { showLanguage } from '../i18n/locale.ts';
import { StaffApp } from './staff-app.tsx';

showLanguage();
const place = document.getElementById('app');
if (place !== null) render(<StaffApp />, place);
