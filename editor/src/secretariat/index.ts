import './secretariat.css';

export { NewConference } from './conference/NewConference.tsx';
export { SecretariatDesk } from './SecretariatDesk.tsx';
