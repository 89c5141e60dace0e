/** The dossier page. */
import "../page/style.css";
