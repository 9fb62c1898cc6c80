/* Mantine's styles live in a cascade layer; ours do not, and so win without a fight. */
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./base.css";
import "./parts.css";
import "./texts.css";
import "./states.css";
import "./floating.css";
