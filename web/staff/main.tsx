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
import './style/panel.css';
import './style/print.css';
import { showLanguage } from '../i18n/locale.ts';
import { ExpertApp } from './panel/expert-app.tsx';
import { StaffApp } from './staff-app.tsx';

showLanguage();
const place = document.getElementById('app');
// An expert has no account: their link opens their one page, whoever else is signed in on this device.
const isExpert = window.location.pathname === '/staff/expert';
if (place !== null) render(isExpert ? <ExpertApp /> : <StaffApp />, place);
