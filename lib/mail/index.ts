export { deliverMail } from "./deliver-mail";
export { SEND_MAIL, sendMail } from "./send-mail";
