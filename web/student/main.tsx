import { render } from 'preact';
import '../ui/look.css';
import { showLanguage } from '../i18n/locale.ts';
import { StudentApp } from './student-app.tsx';

showLanguage();
const place = document.getElementById('app');
if (place !== null) render(<StudentApp />, place);
