export { NewConference } from './NewConference.tsx';
export { SecretariatDesk } from './SecretariatDesk.tsx';
